import { useRef, type ReactNode } from 'react';
import type { OfferedCommand } from '#libs/domain';
import type { RecordView } from '#libs/views';
import { PrintsWhole } from '../components/print-run.tsx';
import { PrintButton } from '../components/print-button.tsx';
import { Page } from '../components/page.tsx';
import { CallPanel } from './call-panel.tsx';
import { CommandButtons, type CommandButton } from './command-buttons.tsx';
import { ObligationPanel } from './obligation-panel.tsx';
import { StallBanner } from './stall-banner.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { UpcomingPanel } from './upcoming-panel.tsx';
import type { FormDoor } from './use-form-door.ts';

interface RecordPageProps {
  readonly kind: 'support-case' | 'sitting';
  readonly view: RecordView;
  readonly closed: boolean;
  readonly title: string;
  /** Name of a sitting, for what is said by phone. */
  readonly name?: string;
  readonly lead: ReactNode;
  readonly door: FormDoor;
  /** What may be done with the record as a whole: what stands first, or looks otherwise. The rest follows. */
  readonly buttons: readonly CommandButton[];
  /** The commands that a panel offers beside what they are about. */
  readonly inPanels: ReadonlySet<OfferedCommand>;
  /** Across the page, below the heading. */
  readonly above?: ReactNode;
  /** Beside the content, after who owes what and what comes by itself. */
  readonly beside?: ReactNode;
  readonly dialog: ReactNode;
  readonly children: ReactNode;
}

/** The page of a record: why it stands still, what was done, who owes what by when, what happens next by itself. */
export function RecordPage({
  kind,
  view,
  closed,
  title,
  name,
  lead,
  door,
  buttons,
  inPanels,
  above,
  beside,
  dialog,
  children,
}: RecordPageProps): ReactNode {
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page, view, door.form);
  const named = new Set<string>(buttons.map(({ form }) => form));
  const others = view.allowed.filter((command) => !inPanels.has(command) && !named.has(command));
  const actions = (
    <>
      <CommandButtons door={door} allowed={view.allowed} buttons={[...buttons, ...others.map((form) => ({ form }))]} />
      <PrintButton />
    </>
  );
  return (
    <PrintsWhole>
      <div ref={page}>
        <Page title={title} lead={lead} actions={actions}>
          <StallBanner stall={view.stall} />
          {above}
          <div className="print-flow grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="order-2 grid min-w-0 gap-6 lg:order-1">{children}</div>
            <div className="order-1 grid min-w-0 gap-6 lg:order-2">
              <CallPanel view={view} title={name ?? null} door={door} />
              <ObligationPanel kind={kind} recordId={view.id} obligations={view.obligations} closed={closed} />
              <UpcomingPanel upcoming={view.upcoming} obligations={view.obligations} />
              {beside}
            </div>
          </div>
          {dialog}
        </Page>
      </div>
    </PrintsWhole>
  );
}
