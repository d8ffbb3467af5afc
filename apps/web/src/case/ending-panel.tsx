import type { ReactNode } from 'react';
import type { OfferedCommand } from '#libs/domain';
import type { CaseView } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts, PersonalText } from '../components/facts.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { personLabel } from './person-label.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import { CommandButtons } from '../record/command-buttons.tsx';
import type { FormDoor } from '../record/use-form-door.ts';

const commands: readonly OfferedCommand[] = ['record-evaluation', 'resume-support', 'record-follow-up'];

/** 評価, 終結 and what follows it. */
export function EndingPanel({ view, door }: { readonly view: CaseView; readonly door: FormDoor }): ReactNode {
  const profile = useProfile();
  const { evaluation, ending, interruption, followUps } = view;
  const isTime = commands.some((command) => view.allowed.includes(command));
  if (evaluation.dueOn === null && evaluation.record === null && ending === null && !isTime) return null;
  return (
    <Section
      folds
      id="evaluation"
      title={t('ending.title')}
      actions={
        <CommandButtons
          door={door}
          allowed={view.allowed}
          buttons={[
            { form: 'record-evaluation', look: 'primary' },
            { form: 'resume-support' },
            { form: 'record-follow-up', look: 'primary' },
          ]}
        />
      }
    >
      <Facts>
        {evaluation.dueOn === null || evaluation.record !== null ? null : (
          <Fact label={t('ending.evaluationDue')}>
            <DateText on={evaluation.dueOn} today={profile.today} />
          </Fact>
        )}
        <EvaluationFacts view={view} />
        {interruption ? (
          <Fact label={t('ending.interruptionReview')}>
            <DateText on={interruption.reviewOn} today={profile.today} />
          </Fact>
        ) : null}
        {ending === null ? null : (
          <>
            <Fact label={t('ending.endedOn')}>
              <DateText on={ending.on} full />
            </Fact>
            {ending.reason === null ? null : (
              <Fact label={t('field.endReason')}>{t(`endReason.${ending.reason}`)}</Fact>
            )}
            <Fact label={t('field.leadAgencyAfter')}>{agencyName(profile, ending.leadAgencyAfter)}</Fact>
            <StandingsFact view={view} standings={ending.standings} />
          </>
        )}
        {followUps.map((followUp) => (
          <Fact key={followUp.day} label={t('followUp.day', { day: followUp.day })}>
            <DateText on={followUp.doneOn ?? followUp.dueOn} today={profile.today} />{' '}
            {followUp.doneOn === null ? (
              <Chip>{t('followUp.ahead')}</Chip>
            ) : (
              <Chip tone="good">{t('followUp.done')}</Chip>
            )}
          </Fact>
        ))}
      </Facts>
      <BlockedList notAllowed={view.notAllowed} only={commands} />
    </Section>
  );
}

function StandingsFact({
  view,
  standings,
}: {
  readonly view: CaseView;
  readonly standings: NonNullable<CaseView['ending']>['standings'];
}): ReactNode {
  if (standings.length === 0) return null;
  const labels = new Map(view.persons.map((person) => [person.id, personLabel(person)]));
  return (
    <Fact label={t('field.standings')}>
      <ul className="grid gap-1">
        {standings.map(({ personId, standing, standingText }) => (
          <li key={personId}>
            {labels.get(personId)} <Chip>{t(`standing.${standing}`)}</Chip>
            {standingText === null ? null : <PersonalText text={standingText} />}
          </li>
        ))}
      </ul>
    </Fact>
  );
}

function EvaluationFacts({ view }: { readonly view: CaseView }): ReactNode {
  const { record } = view.evaluation;
  if (record === null) return null;
  const goals = view.plans.flatMap(({ goals: all }) => all);
  return (
    <>
      <Fact label={t('field.recordedOn')}>
        <DateText on={record.recordedOn} full />
      </Fact>
      <Fact label={t('field.goalOutcomes')}>
        {record.masked ? <PersonalText text={null} masked /> : null}
        <ul className="grid gap-1">
          {Object.entries(record.goalOutcomes).map(([id, outcome]) => (
            <li key={id}>
              <PersonalText text={goals.find((goal) => goal.id === id)?.text} masked={record.masked} />{' '}
              <Chip>{t(`goalOutcome.${outcome}`)}</Chip>
            </li>
          ))}
        </ul>
      </Fact>
      {record.masked ? null : (
        <Fact label={t('field.changes')}>{record.changes.map((change) => t(`change.${change}`)).join('、')}</Fact>
      )}
      <Fact label={t('field.personsViewText')}>
        <PersonalText text={record.personsViewText} masked={record.masked} />
      </Fact>
      <Fact label={t('field.staffOpinionText')}>
        <PersonalText text={record.staffOpinionText} masked={record.masked} />
      </Fact>
      {record.remainingText === null ? null : (
        <Fact label={t('field.remainingText')}>
          <PersonalText text={record.remainingText} masked={record.masked} />
        </Fact>
      )}
    </>
  );
}
