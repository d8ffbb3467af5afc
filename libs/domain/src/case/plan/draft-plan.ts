import { addMonths, type IsoDate } from '#libs/calendar';
import { agency, date, list, made, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import { knowsAgency, type AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState, PlanGoal, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { consentedToPlan, outsideScope } from '../consent-scope.ts';
import { currentPlan, planNow } from '../current-plan.ts';
import { firstOf, unlessIn } from '../refusals.ts';

const personsOfPlan = (state: CaseState, today: IsoDate): readonly string[] =>
  consentedToPlan(state, today).map(({ id }) => id);

/** 多機関協働プラン: direction, goals, roles of the agencies (R45). */
export const draftPlan = command('draft-plan', {
  part: 'plan',
  stands: planNow,
  fields: {
    planId: made(),
    startsOn: date('near'),
    endsOn: date('coming'),
    directionText: text('plan-direction', 10_000),
    goals: list({ id: made(), text: text('plan-goal', 4_000) }, 1, 30),
    roles: list({ agency: agency(), text: text('plan-role', 4_000) }, 1, 50),
  },
  likely: (state, { calendar, today }) => ({
    endsOn: calendar.addOpenDays(today, 60),
    roles: [{ agency: state.leadAgency, text: 'example' }],
  }),
  refusal: (state, said, ctx) => {
    const persons = personsOfPlan(state, ctx.today);
    const roleAgencies = said.roles.map((role) => role.agency);
    const outside = outsideScope(state, persons, roleAgencies, ctx.rules);
    return firstOf(
      unlessIn(state, ['planning'], said),
      persons.length === 0 && refuse('plan.consent-missing'),
      said.goals.length === 0 && refuse('plan.goals-missing'),
      said.roles.length === 0 && refuse('plan.roles-missing'),
      new Set(roleAgencies).size !== roleAgencies.length && refuse('plan.role-twice'),
      roleAgencies.some((one) => !knowsAgency(ctx.rules, one)) && refuse('agency.unknown'),
      outside !== undefined && refuse('consent.out-of-scope', { agency: outside }),
      said.endsOn <= said.startsOn && refuse('plan.period-backwards'),
      said.endsOn > addMonths(said.startsOn, ctx.rules.planMaxMonths) &&
        refuse('plan.period-too-long', { months: ctx.rules.planMaxMonths }),
    );
  },
  decide: (state, { planId, startsOn, endsOn, directionText, goals, roles }, ctx) => [
    {
      type: 'plan-drafted',
      v: 1,
      planId,
      owner: ctx.rules.coordinatingBody,
      startsOn,
      endsOn,
      directionText,
      goals,
      roles,
      personIds: personsOfPlan(state, ctx.today),
    },
  ],
});

interface PlanDrafted extends Fact<'plan-drafted', 1> {
  readonly planId: string;
  readonly owner: AgencyCode;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly directionText: TextId;
  readonly goals: readonly Omit<PlanGoal, 'outcome'>[];
  readonly roles: readonly { readonly agency: AgencyCode; readonly text: TextId }[];
  readonly personIds: readonly string[];
}

export const planDrafted = event<PlanDrafted>('plan-drafted', 1, {
  fold: (state, drafted) => {
    const before = currentPlan(state);
    return {
      ...state,
      plans: [
        ...state.plans.map((plan) => (plan === before ? { ...plan, state: 'replaced' as const } : plan)),
        {
          id: drafted.planId,
          kind: 'multiAgency',
          round: state.round,
          draft: (before?.draft ?? 0) + 1,
          owner: drafted.owner,
          personIds: drafted.personIds,
          startsOn: drafted.startsOn,
          endsOn: drafted.endsOn,
          directionText: drafted.directionText,
          goals: drafted.goals.map((goal) => ({ ...goal, outcome: null })),
          roles: drafted.roles.map((role) => ({ ...role, toldOn: null, acknowledgedOn: null })),
          explainedOn: null,
          appliedOn: null,
          appliedBy: null,
          reviews: before?.reviews ?? 0,
          review: 'none',
          conditionText: before?.conditionText ?? null,
          approval: null,
          decision: null,
          state: 'draft',
        },
      ],
    };
  },
  raises: () => ['plan'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});
