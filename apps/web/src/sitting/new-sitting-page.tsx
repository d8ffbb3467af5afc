import { useMemo, useRef, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { MeetingKind } from '#libs/domain';
import type { CaseView, SittingRow } from '#libs/views';
import { useProfile } from '../api/profile-context.tsx';
import { rowsOf, useCase, useSittings } from '../api/queries.ts';
import { CommandForm } from '../components/form/command-form.tsx';
import { textIn } from '../components/form/field-spec.ts';
import { Loaded } from '../components/load-state.tsx';
import { LoadedPage } from '../components/loaded-page.tsx';
import { LinkButton } from '../components/button.tsx';
import { placeOfPage } from '../draft/draft-place.ts';
import { Page } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { BasisBanner } from './basis-banner.tsx';
import { basisNotes } from './basis-note.ts';
import { newSitting, placingForm, placingPath } from './placing-form.ts';

/** Opens a sitting; from a case, with that case on it in the same action. */
export function NewSittingPage(): ReactNode {
  const [search] = useSearchParams();
  const kind = search.get('kind');
  const caseId = search.get('case');
  if (kind !== 'supportMeeting' && kind !== 'planMeeting') return <ChooseKind />;
  return caseId === null ? <WithSittings kind={kind} view={null} /> : <WithCase kind={kind} caseId={caseId} />;
}

function ChooseKind(): ReactNode {
  const profile = useProfile();
  return (
    <Page title={t('placing.title')}>
      <ul className="grid gap-3 sm:grid-cols-2">
        {(['supportMeeting', 'planMeeting'] as const).map((kind) => (
          <li key={kind} className="card grid justify-items-start gap-2 p-4">
            <p className="text-std-18B-160">
              {profile.bodies.find((body) => body.kind === kind)?.name ?? t(`meetingKind.${kind}`)}
            </p>
            <p>{t(`placing.${kind}`)}</p>
            <LinkButton to={`/sittings/new?kind=${kind}`}>{t('command.open-sitting')}</LinkButton>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function WithCase({ kind, caseId }: { readonly kind: MeetingKind; readonly caseId: string }): ReactNode {
  return (
    <LoadedPage query={useCase(caseId)} title={t('placing.title')}>
      {(view) => <WithSittings kind={kind} view={view} />}
    </LoadedPage>
  );
}

function WithSittings({ kind, view }: { readonly kind: MeetingKind; readonly view: CaseView | null }): ReactNode {
  const sittings = useSittings(true);
  const profile = useProfile();
  const bodies = profile.bodies.filter((body) => body.kind === kind);
  const name = bodies[0]?.name ?? t(`meetingKind.${kind}`);
  const notes = bodies.flatMap((body) => basisNotes(body, profile.today));
  return (
    <Page
      title={view === null ? t('placing.titleOf', { name }) : t('placing.titleCase', { number: view.number, name })}
      lead={<p>{t(`placing.${kind}`)}</p>}
    >
      <BasisBanner notes={notes} />
      <Loaded query={sittings}>
        {(data) => (
          <PlacingForm
            kind={kind}
            view={view}
            open={rowsOf(data).filter(
              (row) => row.kind === kind && (row.stage === 'preparing' || row.stage === 'called'),
            )}
          />
        )}
      </Loaded>
    </Page>
  );
}

function PlacingForm({
  kind,
  view,
  open,
}: {
  readonly kind: MeetingKind;
  readonly view: CaseView | null;
  readonly open: readonly SittingRow[];
}): ReactNode {
  const profile = useProfile();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const chosen = useRef(newSitting);
  const sittingId = search.get('sitting');
  const spec = useMemo(
    () => placingForm({ kind, view, profile, open, sittingId }),
    [kind, view, profile, open, sittingId],
  );
  return (
    <div className="max-w-3xl">
      <CommandForm
        spec={spec}
        draft={{
          place: placeOfPage('/sittings/new', kind, ...(view === null ? [] : [view.id])),
          title:
            view === null ? t('placing.title') : t('draft.titleOf', { record: view.number, form: t('placing.title') }),
        }}
        path={(values) => {
          chosen.current = textIn(values, 'sitting');
          return placingPath(values);
        }}
        done={t(view === null ? 'done.open-sitting' : 'done.add-item')}
        submitLabel={t(view === null ? 'command.open-sitting' : 'placing.submit')}
        onDone={({ id }) => void navigate(`/sittings/${chosen.current === newSitting ? (id ?? '') : chosen.current}`)}
        onCancel={() => void navigate(-1)}
      />
    </div>
  );
}
