import type { ReactNode } from 'react';
import type { OfferedCommand } from '#libs/domain';
import type { CaseView, PlanView } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { Chip, type Tone } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts, PersonalText } from '../components/facts.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import { CommandButtons } from '../record/command-buttons.tsx';
import type { FormDoor } from '../record/use-form-door.ts';
import { useEntries } from './older-entries.tsx';
import { relationLabel } from './person-label.ts';
import { PlanRoles } from './plan-roles.tsx';

const tones: Readonly<Record<PlanView['state'], Tone>> = {
  draft: 'info',
  decided: 'good',
  ended: 'neutral',
  replaced: 'neutral',
};
const commands: readonly OfferedCommand[] = [
  'draft-plan',
  'explain-plan',
  'draft-approval',
  'read-plan-with-reason',
  'decide-support',
];

/** 多機関協働プラン and 支援決定: draft, told to the person, examined, drafted for approval, decided; each on its own day. */
export function PlanPanel({ view, door }: { readonly view: CaseView; readonly door: FormDoor }): ReactNode {
  const isTime = commands.some((command) => view.allowed.includes(command));
  const { entries, more } = useEntries(view, 'plans');
  if (entries.length === 0 && !isTime) return null;
  return (
    <Section
      folds
      id="plan"
      title={t('plan.title')}
      actions={
        <CommandButtons
          door={door}
          allowed={view.allowed}
          buttons={[
            { form: 'draft-plan' },
            { form: 'explain-plan' },
            { form: 'draft-approval' },
            { form: 'read-plan-with-reason' },
            { form: 'decide-support', look: 'primary' },
          ]}
        />
      }
    >
      {entries.length === 0 ? <p>{t('plan.none')}</p> : null}
      <div className="grid gap-8">
        {entries.map((plan) => (
          <Plan key={plan.id} plan={plan} view={view} />
        ))}
      </div>
      {more}
      <BlockedList notAllowed={view.notAllowed} only={commands} />
    </Section>
  );
}

function Plan({ plan, view }: { readonly plan: PlanView; readonly view: CaseView }): ReactNode {
  const profile = useProfile();
  const names = plan.personIds.map((personId) => {
    const person = view.persons.find(({ id }) => id === personId);
    return person === undefined ? t('text.masked') : (person.name ?? relationLabel(person));
  });
  return (
    <article className="grid gap-4">
      <h3 className="flex flex-wrap items-center gap-3 text-std-17B-170">
        {t('plan.round', { round: plan.round })}
        <Chip tone={tones[plan.state]}>{t(`planState.${plan.state}`)}</Chip>
      </h3>
      <Facts>
        <Fact label={t('plan.period')}>
          <DateText on={plan.startsOn} full />
          {t('plan.to')}
          <DateText on={plan.endsOn} full />
        </Fact>
        <Fact label={t('plan.persons')}>{names.join('、')}</Fact>
        <Fact label={t('plan.owner')}>{agencyName(profile, plan.owner)}</Fact>
        <Fact label={t('field.directionText')}>
          <PersonalText text={plan.directionText} masked={plan.masked} />
        </Fact>
      </Facts>
      <div>
        <h4 className="font-700">{t('field.goals')}</h4>
        <ol className="mt-1 grid list-decimal gap-1 pl-6">
          {plan.goals.map((goal) => (
            <li key={goal.id}>
              <PersonalText text={goal.text} masked={plan.masked} />{' '}
              {goal.outcome === null ? null : <Chip>{t(`goalOutcome.${goal.outcome}`)}</Chip>}
            </li>
          ))}
        </ol>
      </div>
      <PlanRoles plan={plan} />
      <PlanSteps plan={plan} />
    </article>
  );
}

function PlanSteps({ plan }: { readonly plan: PlanView }): ReactNode {
  return (
    <Facts>
      <Fact label={t('plan.explained')}>
        {plan.explainedOn === null ? (
          t('plan.notYet')
        ) : (
          <>
            <DateText on={plan.explainedOn} full />
            {plan.appliedOn === null || plan.appliedBy === null ? null : (
              <>
                {t('plan.applied')}
                <DateText on={plan.appliedOn} full />
                {t('plan.appliedBy', { method: t(`consentMethod.${plan.appliedBy}`) })}
              </>
            )}
          </>
        )}
      </Fact>
      <Fact label={t('purpose.adequacyReview')}>
        {plan.review === 'none' ? t('plan.notYet') : t(`disposition.${plan.review}`)}
      </Fact>
      {plan.conditionText === null ? null : (
        <Fact label={t('plan.condition')}>
          <PersonalText text={plan.conditionText} masked={plan.masked} />
        </Fact>
      )}
      <Fact label={t('plan.approval')}>
        {plan.approval === null ? (
          t('plan.notYet')
        ) : (
          <>
            <DateText on={plan.approval.draftedOn} full /> {plan.approval.documentNumber}
          </>
        )}
      </Fact>
      <Fact label={t('plan.decision')}>
        {plan.decision === null ? (
          t('plan.notYet')
        ) : (
          <>
            <DateText on={plan.decision.decidedOn} full /> {t(`decider.${plan.decision.decider}`)}{' '}
            {plan.decision.deciderName ?? ''}
          </>
        )}
      </Fact>
    </Facts>
  );
}
