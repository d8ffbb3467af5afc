import { addMonths } from '#libs/calendar';
import { refuse, type Context } from '../record/context.ts';
import type { CommandRules, EventRules } from '../record/definition.ts';
import { knowsAgency } from '../rules/municipality-rules.ts';
import type { CaseState } from './case-state.ts';
import type { PlanCommand } from './case.commands.ts';
import type { PlanEvent } from './plan.events.ts';
import { activeAgencies, consentedPersons, mayShare, outsideScope } from './consent-scope.ts';
import { currentPlan, withCurrentPlan } from './current-plan.ts';
import { alreadySo, firstOf, unlessIn } from './refusals.ts';

export type PlanRuleCommand =
  | PlanCommand
  | { readonly type: 'ask-for-sheets' }
  | { readonly type: 'begin-planning' }
  | { readonly type: 'ask-for-review' }
  | { readonly type: 'ask-for-approval' };

/** Whom to ask for a sheet: every agency that takes part and may know, save the office that gathers them. */
const sheetAgencies = (state: CaseState, ctx: Context): readonly string[] => {
  const consented = consentedPersons(state, ctx.today);
  return activeAgencies(state).filter(
    (agency) =>
      agency !== ctx.rules.coordinatingBody && consented.some((person) => mayShare(state, person, agency, ctx.rules)),
  );
};

/** Sheets of the assessment that runs. */
export const sheetsNow = (state: CaseState): CaseState['sheets'] =>
  state.sheets.filter(({ round }) => round === state.assessments);

const planOpen = (state: CaseState): ReturnType<typeof refuse> | undefined =>
  currentPlan(state) ? undefined : refuse('plan.missing');
/** One of those named in the plan has to stand behind it: another member's consent is not theirs. */
const planConsent = (state: CaseState, ctx: Context): ReturnType<typeof refuse> | undefined =>
  consentedPersons(state, ctx.today).some(({ id }) => currentPlan(state)?.personIds.includes(id))
    ? undefined
    : refuse('plan.consent-missing');
const hadConsent = (state: CaseState, ctx: Context): ReturnType<typeof refuse> | undefined =>
  consentedPersons(state, ctx.today).length > 0 ? undefined : refuse('plan.consent-missing');

/** アセスメント, プラン案, 説明・利用申込, 起案・決裁 (R45, R46). */
export const planCommands: CommandRules<CaseState, PlanRuleCommand, PlanEvent> = {
  'ask-for-sheets': {
    refusal: (state) =>
      state.stage !== 'assessment' || state.sheetsAsked === state.assessments ? alreadySo : undefined,
    decide: (state, _command, ctx) => [
      { type: 'sheets-asked', v: 1, on: ctx.today, agencies: sheetAgencies(state, ctx) },
    ],
  },
  'submit-sheet': {
    refusal: (state, command) =>
      firstOf(
        unlessIn(state, ['assessment', 'planning'], command),
        !sheetsNow(state).some(({ agency }) => agency === command.agency) &&
          refuse('sheet.not-asked', { agency: command.agency }),
        sheetsNow(state).some(({ agency, state: sheet }) => agency === command.agency && sheet === 'received') &&
          refuse('sheet.already-received', { agency: command.agency }),
      ),
    decide: (_state, command, ctx) => [
      { type: 'sheet-received', v: 1, agency: command.agency, on: ctx.today, text: command.text },
    ],
  },
  'begin-planning': {
    refusal: (state) =>
      state.stage !== 'assessment' ||
      state.sheetsAsked !== state.assessments ||
      sheetsNow(state).some(({ state: sheet }) => sheet !== 'received')
        ? alreadySo
        : undefined,
    decide: (_state, _command, ctx) => [{ type: 'planning-begun', v: 1, on: ctx.today, missing: [] }],
  },
  'finish-assessment': {
    refusal: (state, command) =>
      firstOf(
        unlessIn(state, ['assessment'], command),
        state.sheetsAsked !== state.assessments && refuse('sheet.not-asked-yet'),
        sheetsNow(state).some(({ state: sheet }) => sheet === 'asked') && refuse('sheet.still-awaited'),
      ),
    decide: (state, _command, ctx) => [
      {
        type: 'planning-begun',
        v: 1,
        on: ctx.today,
        missing: sheetsNow(state)
          .filter(({ state: sheet }) => sheet === 'expired')
          .map(({ agency }) => agency),
      },
    ],
  },
  'draft-plan': {
    refusal: (state, command, ctx) => {
      const persons = consentedPersons(state, ctx.today).map(({ id }) => id);
      const roleAgencies = command.roles.map(({ agency }) => agency);
      const outside = outsideScope(state, persons, roleAgencies, ctx.rules);
      return firstOf(
        unlessIn(state, ['planning'], command),
        hadConsent(state, ctx),
        command.goals.length === 0 && refuse('plan.goals-missing'),
        command.roles.length === 0 && refuse('plan.roles-missing'),
        new Set(roleAgencies).size !== roleAgencies.length && refuse('plan.role-twice'),
        roleAgencies.some((agency) => !knowsAgency(ctx.rules, agency)) && refuse('agency.unknown'),
        outside !== undefined && refuse('consent.out-of-scope', { agency: outside }),
        command.endsOn <= command.startsOn && refuse('plan.period-backwards'),
        command.endsOn <= ctx.today && refuse('date.not-ahead', { field: 'endsOn' }),
        command.endsOn > addMonths(command.startsOn, ctx.rules.planMaxMonths) &&
          refuse('plan.period-too-long', { months: ctx.rules.planMaxMonths }),
      );
    },
    decide: (state, command, ctx) => [
      {
        type: 'plan-drafted',
        v: 1,
        planId: command.planId,
        owner: ctx.rules.coordinatingBody,
        startsOn: command.startsOn,
        endsOn: command.endsOn,
        directionText: command.directionText,
        goals: command.goals,
        roles: command.roles,
        personIds: consentedPersons(state, ctx.today).map(({ id }) => id),
      },
    ],
  },
  'explain-plan': {
    refusal: (state, command, ctx) =>
      firstOf(
        unlessIn(state, ['planning'], command),
        planOpen(state),
        planConsent(state, ctx),
        command.explainedOn > command.appliedOn && refuse('plan.applied-before-explained'),
        command.appliedOn > ctx.today && refuse('date.in-future', { field: 'appliedOn' }),
      ),
    decide: (state, command) => [
      {
        type: 'plan-explained',
        v: 1,
        planId: currentPlan(state)?.id ?? '',
        explainedOn: command.explainedOn,
        appliedOn: command.appliedOn,
        appliedBy: command.appliedBy,
      },
    ],
  },
  'ask-for-review': {
    refusal: (state) => (state.stage !== 'adequacyReview' || state.reviewAsked ? alreadySo : undefined),
    decide: (_state, _command, ctx) => [{ type: 'review-asked', v: 1, on: ctx.today }],
  },
  'ask-for-approval': {
    refusal: (state) => (state.stage !== 'decision' || state.approvalAsked ? alreadySo : undefined),
    decide: (_state, _command, ctx) => [{ type: 'approval-asked', v: 1, on: ctx.today }],
  },
  'draft-approval': {
    refusal: (state, command, ctx) =>
      firstOf(
        unlessIn(state, ['decision'], command),
        planOpen(state),
        Boolean(currentPlan(state)?.approval) && refuse('approval.already-drafted'),
        command.draftedOn > ctx.today && refuse('date.in-future', { field: 'draftedOn' }),
      ),
    decide: (state, command) => [
      {
        type: 'approval-drafted',
        v: 1,
        planId: currentPlan(state)?.id ?? '',
        draftedOn: command.draftedOn,
        documentNumber: command.documentNumber,
      },
    ],
  },
  'decide-support': {
    refusal: (state, command, ctx) => {
      const approval = currentPlan(state)?.approval;
      return firstOf(
        unlessIn(state, ['decision'], command),
        !approval && refuse('approval.not-drafted'),
        planConsent(state, ctx),
        approval !== null &&
          approval !== undefined &&
          command.decidedOn < approval.draftedOn &&
          refuse('approval.before-draft'),
        command.decidedOn > ctx.today && refuse('date.in-future', { field: 'decidedOn' }),
        ctx.actor.kind !== 'person' && refuse('approval.person-only'),
      );
    },
    // 代決: a deputy without the manager's post decides in the manager's place, and the record says so.
    decide: (state, command, ctx) => [
      {
        type: 'support-decided',
        v: 1,
        planId: currentPlan(state)?.id ?? '',
        decidedOn: command.decidedOn,
        decider: ctx.actor.kind === 'person' && ctx.actor.posts.includes('manager') ? 'manager' : 'deputy',
        membershipId: ctx.actor.kind === 'person' ? ctx.actor.membershipId : '',
        nextMonitoringOn: addMonths(command.decidedOn, ctx.rules.monitoringEveryMonths),
        nextEvaluationOn: addMonths(command.decidedOn, ctx.rules.evaluationEveryMonths),
      },
    ],
  },
};

export const planEvents: EventRules<CaseState, PlanEvent> = {
  'sheets-asked': (state, event) => ({
    ...state,
    sheetsAsked: state.assessments,
    sheets: [
      ...state.sheets,
      ...event.agencies.map((agency) => ({ agency, state: 'asked' as const, text: null, round: state.assessments })),
    ],
  }),
  'sheet-received': (state, event) => ({
    ...state,
    sheets: state.sheets.map((sheet) =>
      sheet.agency === event.agency && sheet.round === state.assessments
        ? { ...sheet, state: 'received', text: event.text }
        : sheet,
    ),
  }),
  'planning-begun': (state) => ({ ...state, stage: 'planning', reviewAsked: false }),
  'plan-drafted': (state, event) => {
    const before = currentPlan(state);
    const drafted = {
      id: event.planId,
      kind: 'multiAgency' as const,
      round: state.round,
      draft: (before?.draft ?? 0) + 1,
      owner: event.owner,
      personIds: event.personIds,
      startsOn: event.startsOn,
      endsOn: event.endsOn,
      directionText: event.directionText,
      goals: event.goals.map((goal) => ({ ...goal, outcome: null })),
      roles: event.roles.map((role) => ({ ...role, toldOn: null, acknowledgedOn: null })),
      explainedOn: null,
      appliedOn: null,
      appliedBy: null,
      reviews: before?.reviews ?? 0,
      review: 'none' as const,
      conditionText: before?.conditionText ?? null,
      approval: null,
      decision: null,
      state: 'draft' as const,
    };
    return {
      ...state,
      plans: [
        ...state.plans.map((plan) => (plan === before ? { ...plan, state: 'replaced' as const } : plan)),
        drafted,
      ],
    };
  },
  'plan-explained': (state, event) => ({
    ...withCurrentPlan(state, (plan) => ({
      ...plan,
      explainedOn: event.explainedOn,
      appliedOn: event.appliedOn,
      appliedBy: event.appliedBy,
      review: 'none',
    })),
    stage: 'adequacyReview',
    reviewAsked: false,
  }),
  'review-asked': (state) => ({ ...state, reviewAsked: true }),
  'approval-asked': (state) => ({ ...state, approvalAsked: true }),
  'approval-drafted': (state, event) =>
    withCurrentPlan(state, (plan) => ({
      ...plan,
      approval: { draftedOn: event.draftedOn, documentNumber: event.documentNumber },
    })),
  'support-decided': (state, event) => ({
    ...withCurrentPlan(state, (plan) => ({
      ...plan,
      state: 'decided',
      decision: { decidedOn: event.decidedOn, decider: event.decider, membershipId: event.membershipId },
    })),
    stage: 'support',
    supportSince: event.decidedOn,
    monitoring: { ...state.monitoring, open: false, due: false, nextOn: event.nextMonitoringOn },
    evaluation: { ...state.evaluation, dueOn: event.nextEvaluationOn, due: false, record: null },
  }),
};
