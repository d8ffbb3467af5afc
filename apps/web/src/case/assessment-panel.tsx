import type { ReactNode } from 'react';
import type { CaseView } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useOffice } from '../api/profile-context.tsx';
import { Chip, type Tone } from '../components/chip.tsx';
import { PersonalText } from '../components/facts.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import { enteredText } from '../record/call-words.ts';
import { CommandButtons } from '../record/command-buttons.tsx';
import type { FormDoor } from '../record/use-form-door.ts';
import { useEntries } from './older-entries.tsx';

const tones: Readonly<Record<'asked' | 'received' | 'expired', Tone>> = {
  asked: 'warn',
  received: 'good',
  expired: 'bad',
};

/** アセスメント: the sheet of each agency, in or awaited. */
export function AssessmentPanel({ view, door }: { readonly view: CaseView; readonly door: FormDoor }): ReactNode {
  const { profile, session } = useOffice();
  // The office enters what came on paper.
  const mayEnter = (agency: string): boolean =>
    [agency, profile.competentSection, profile.coordinatingBody].includes(session.agency);
  const { entries, more } = useEntries(view, 'sheets');
  if (entries.length === 0 && view.stage !== 'assessment') return null;
  return (
    <Section
      folds
      id="assessment"
      title={t('assessment.title')}
      actions={<CommandButtons door={door} allowed={view.allowed} buttons={[{ form: 'finish-assessment' }]} />}
    >
      {entries.length === 0 ? <p>{t('assessment.notAsked')}</p> : null}
      <ul className="grid gap-4">
        {entries.map((sheet) => (
          <li
            key={`${sheet.agency}-${sheet.round}`}
            className="grid gap-1 border-b border-solid-gray-200 pb-4 last:border-b-0 last:pb-0"
          >
            <p className="flex flex-wrap items-center gap-3">
              <span className="font-700">{agencyName(profile, sheet.agency)}</span>
              <Chip tone={tones[sheet.state]}>{t(`sheet.${sheet.state}`)}</Chip>
              {sheet.entered === null ? null : <span>{enteredText(sheet.entered)}</span>}
            </p>
            {sheet.state === 'received' || !mayEnter(sheet.agency) ? null : (
              <div className="no-print">
                <CommandButtons
                  door={door}
                  allowed={view.allowed}
                  buttons={[{ form: 'submit-sheet', target: sheet.agency, about: agencyName(profile, sheet.agency) }]}
                />
              </div>
            )}
            {sheet.state === 'received' ? <PersonalText text={sheet.text} masked={sheet.masked} /> : null}
          </li>
        ))}
      </ul>
      {more}
      <BlockedList notAllowed={view.notAllowed} only={['submit-sheet', 'finish-assessment']} />
    </Section>
  );
}
