import type { ReactNode } from 'react';
import type { OfferedCommand } from '#libs/domain';
import type { CaseView, HandoffView } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useOffice } from '../api/profile-context.tsx';
import { Chip, type Tone } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts, PersonalText } from '../components/facts.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import { enteredText } from '../record/call-words.ts';
import { CommandButtons } from '../record/command-buttons.tsx';
import type { FormDoor } from '../record/use-form-door.ts';
import { personLabel } from './person-label.ts';
import { useEntries } from './older-entries.tsx';

const tones: Readonly<Record<HandoffView['state'], Tone>> = {
  awaiting: 'warn',
  accepted: 'good',
  declined: 'bad',
  advised: 'info',
  withdrawn: 'neutral',
};
const answers: readonly OfferedCommand[] = ['accept-handoff', 'decline-handoff', 'advise-on-handoff'];

/** つなぎ: each request with its state. Until one is accepted, the sender stays responsible. */
export function HandoffPanel({ view, door }: { readonly view: CaseView; readonly door: FormDoor }): ReactNode {
  const isNew = view.allowed.includes('send-handoff');
  const { entries, more } = useEntries(view, 'handoffs');
  if (entries.length === 0 && !isNew) return null;
  return (
    <Section
      folds
      id="handoffs"
      title={t('handoff.title')}
      actions={
        <CommandButtons
          door={door}
          allowed={view.allowed}
          buttons={[{ form: 'send-handoff', ...(view.stage === 'screening' ? { look: 'primary' as const } : {}) }]}
        />
      }
    >
      {entries.length === 0 ? <p>{t('handoff.none')}</p> : null}
      <ul className="grid gap-5">
        {entries.map((handoff) => (
          <li key={handoff.id} className="print-whole border-b border-solid-gray-200 pb-5 last:border-b-0 last:pb-0">
            <Handoff handoff={handoff} view={view} door={door} />
          </li>
        ))}
      </ul>
      {more}
      <BlockedList notAllowed={view.notAllowed} only={['send-handoff', ...answers, 'withdraw-handoff']} />
    </Section>
  );
}

function Handoff({
  handoff,
  view,
  door,
}: {
  readonly handoff: HandoffView;
  readonly view: CaseView;
  readonly door: FormDoor;
}): ReactNode {
  const { profile, session } = useOffice();
  const awaiting = handoff.state === 'awaiting';
  const owed = view.obligations.find(({ kind, about }) => kind === 'handoff-answer' && about === handoff.id);
  // For a receiver without account the secretariat enters the answer.
  const mine =
    handoff.to === session.agency ||
    (session.agency === profile.coordinatingBody &&
      profile.agencies.some(({ code, channel }) => code === handoff.to && channel !== 'mail'));
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-std-17B-170">
        <span>
          {t('handoff.fromTo', { from: agencyName(profile, handoff.from), to: agencyName(profile, handoff.to) })}
        </span>
        <Chip tone={tones[handoff.state]}>{t(`handoffState.${handoff.state}`)}</Chip>
        {owed?.overdue ? <Chip tone="bad">{t('date.overdue')}</Chip> : null}
      </p>
      <Facts>
        <Fact label={t('handoff.purpose')}>
          {t(`handoffPurpose.${handoff.purpose}`)}
          {awaiting ? (
            <span className="block text-solid-gray-700">
              {t(`handoffEffect.${handoff.purpose}`, { lead: agencyName(profile, view.leadAgency) })}
            </span>
          ) : null}
        </Fact>
        <Fact label={t('handoff.sentOn')}>
          <DateText on={handoff.sentOn} today={profile.today} />
        </Fact>
        {owed === undefined ? null : (
          <Fact label={t('handoff.dueOn')}>
            <DateText on={owed.dueOn} today={profile.today} />
          </Fact>
        )}
        {handoff.answeredOn === null ? null : (
          <Fact label={t('handoff.answeredOn')}>
            <DateText on={handoff.answeredOn} today={profile.today} />
          </Fact>
        )}
        {handoff.personIds.length === 0 ? null : (
          <Fact label={t('field.send-handoff.personIds')}>
            {view.persons
              .filter(({ id }) => handoff.personIds.includes(id))
              .map(personLabel)
              .join('、')}
          </Fact>
        )}
        {handoff.legalBasis === null ? null : (
          <Fact label={t('field.legalBasis')}>
            {profile.handoffBases.find(({ code }) => code === handoff.legalBasis)?.name ?? handoff.legalBasis}
          </Fact>
        )}
        {handoff.reasonText === null ? null : (
          <Fact label={t('field.send-handoff.reasonText')}>
            <PersonalText text={handoff.reasonText} masked={handoff.masked} />
          </Fact>
        )}
        {handoff.entered === null ? null : <Fact label={t('field.answer')}>{enteredText(handoff.entered)}</Fact>}
        <Fact label={t('field.messageText')}>
          <PersonalText text={handoff.messageText} masked={handoff.masked} />
        </Fact>
        {handoff.reason === null ? null : <Fact label={t('field.reason')}>{t(`declineReason.${handoff.reason}`)}</Fact>}
        {handoff.suggestion === null ? null : (
          <Fact label={t('field.suggestion')}>{t(`declineSuggestion.${handoff.suggestion}`)}</Fact>
        )}
        {handoff.answerText === null ? null : (
          <Fact label={t('field.answer')}>
            <PersonalText text={handoff.answerText} masked={handoff.masked} />
          </Fact>
        )}
      </Facts>
      {awaiting ? (
        <>
          <p className="text-solid-gray-700">{t('hint.noSilence')}</p>
          <div className="no-print flex flex-wrap gap-2">
            <CommandButtons
              door={door}
              allowed={view.allowed}
              buttons={[
                ...(mine
                  ? [{ form: 'answer-handoff', sends: answers, target: handoff.id, look: 'primary' as const }]
                  : []),
                ...(handoff.from === session.agency ? [{ form: 'withdraw-handoff', target: handoff.id }] : []),
              ]}
            />
          </div>
        </>
      ) : null}
    </div>
  );
}
