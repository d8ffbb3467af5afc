import { addMonths } from '#libs/calendar';
import { agencyOfActor } from '../record/actor.ts';
import { refuse } from '../record/context.ts';
import type { CommandRules, EventRules } from '../record/definition.ts';
import type { CaseState } from './case-state.ts';
import type { SupportCommand } from './case.commands.ts';
import type { SupportEvent } from './plan.events.ts';
import { currentPlan, withCurrentPlan } from './current-plan.ts';
import { alreadySo, firstOf, unlessIn } from './refusals.ts';

export type SupportRuleCommand =
  | SupportCommand
  | { readonly type: 'tell-roles' }
  | { readonly type: 'ask-for-monitoring' }
  | { readonly type: 'begin-evaluation' }
  | { readonly type: 'close-case' };

export const rolesTold = (state: CaseState): boolean =>
  currentPlan(state)?.roles.every(({ toldOn }) => toldOn !== null) ?? true;
export const followUpsLeft = (state: CaseState): number =>
  state.followUps.filter(({ doneOn }) => doneOn === null).length;

/** Is a recipient of a withdrawn consent not told, or its word missing? */
const withdrawalsOpen = (state: CaseState): boolean =>
  state.withdrawals.some(({ told, agencies, confirmed }) => !told || confirmed.length < agencies.length);

/** 支援中, モニタリング, 評価, 終結後フォロー (R13, R47, R48). */
export const supportCommands: CommandRules<CaseState, SupportRuleCommand, SupportEvent> = {
  'tell-roles': {
    refusal: (state) => (state.stage !== 'support' || rolesTold(state) ? alreadySo : undefined),
    decide: (_state, _command, ctx) => [{ type: 'roles-told', v: 1, on: ctx.today }],
  },
  'acknowledge-role': {
    refusal: (state, command) => {
      const role = currentPlan(state)?.roles.find(({ agency }) => agency === command.agency);
      return firstOf(
        unlessIn(state, ['support', 'evaluation'], command),
        !role && refuse('role.missing', { agency: command.agency }),
        role?.toldOn === null && refuse('role.not-told'),
        Boolean(role?.acknowledgedOn) && refuse('role.already-acknowledged'),
      );
    },
    decide: (_state, command, ctx) => [{ type: 'role-acknowledged', v: 1, agency: command.agency, on: ctx.today }],
  },
  'ask-for-monitoring': {
    refusal: (state) =>
      state.stage !== 'support' || !state.monitoring.due || state.monitoring.open ? alreadySo : undefined,
    decide: (_state, _command, ctx) => [{ type: 'monitoring-asked', v: 1, on: ctx.today }],
  },
  'record-monitoring': {
    refusal: (state, command, ctx) =>
      firstOf(
        unlessIn(state, ['support', 'evaluation'], command),
        command.on > ctx.today && refuse('date.in-future', { field: 'on' }),
      ),
    decide: (state, command, ctx) => [
      {
        type: 'monitoring-recorded',
        v: 1,
        entryId: command.entryId,
        on: command.on,
        method: command.method,
        by: agencyOfActor(ctx.actor) ?? state.leadAgency,
        text: command.text,
        nextOn: addMonths(ctx.today, ctx.rules.monitoringEveryMonths),
      },
    ],
  },
  'begin-evaluation': {
    refusal: (state) => (state.stage !== 'support' || !state.evaluation.due ? alreadySo : undefined),
    decide: (_state, _command, ctx) => [{ type: 'evaluation-begun', v: 1, on: ctx.today }],
  },
  'evaluate-now': {
    refusal: (state, command) => unlessIn(state, ['support', 'interrupted'], command),
    decide: (_state, _command, ctx) => [{ type: 'evaluation-begun', v: 1, on: ctx.today }],
  },
  'record-evaluation': {
    refusal: (state, command, ctx) => {
      const goals = currentPlan(state)?.goals ?? [];
      const given = Object.keys(command.goalOutcomes);
      return firstOf(
        unlessIn(state, ['evaluation'], command),
        goals.some(({ id }) => !given.includes(id)) && refuse('evaluation.goal-missing'),
        given.some((id) => !goals.some((goal) => goal.id === id)) && refuse('evaluation.goal-unknown'),
        command.recordedOn > ctx.today && refuse('date.in-future', { field: 'recordedOn' }),
      );
    },
    decide: (state, command) => [
      {
        type: 'evaluation-recorded',
        v: 1,
        evaluation: {
          n: state.evaluation.n,
          recordedOn: command.recordedOn,
          goalOutcomes: command.goalOutcomes,
          changes: command.changes,
          personsViewText: command.personsViewText,
          staffOpinionText: command.staffOpinionText,
          remainingText: command.remainingText,
        },
      },
    ],
  },
  'resume-support': {
    refusal: (state, command) => unlessIn(state, ['interrupted'], command),
    decide: (_state, _command, ctx) => [
      {
        type: 'support-resumed',
        v: 1,
        on: ctx.today,
        nextMonitoringOn: addMonths(ctx.today, ctx.rules.monitoringEveryMonths),
        nextEvaluationOn: addMonths(ctx.today, ctx.rules.evaluationEveryMonths),
      },
    ],
  },
  'record-follow-up': {
    refusal: (state, command, ctx) => {
      const followUp = state.followUps.find(({ day }) => day === command.day);
      return firstOf(
        unlessIn(state, ['followUp'], command),
        !followUp && refuse('follow-up.missing', { day: command.day }),
        Boolean(followUp?.doneOn) && refuse('follow-up.already-done'),
        command.on > ctx.today && refuse('date.in-future', { field: 'on' }),
      );
    },
    decide: (_state, command) => [
      {
        type: 'follow-up-recorded',
        v: 1,
        day: command.day,
        on: command.on,
        leadAgencyOk: command.leadAgencyOk,
        text: command.text,
      },
    ],
  },
  'close-case': {
    refusal: (state) =>
      state.stage !== 'followUp' || followUpsLeft(state) > 0 || withdrawalsOpen(state) ? alreadySo : undefined,
    decide: (_state, _command, ctx) => [{ type: 'case-closed', v: 1, on: ctx.today }],
  },
};

export const supportEvents: EventRules<CaseState, SupportEvent> = {
  'roles-told': (state, event) =>
    withCurrentPlan(state, (plan) => ({
      ...plan,
      roles: plan.roles.map((role) => ({ ...role, toldOn: role.toldOn ?? event.on })),
    })),
  'role-acknowledged': (state, event) =>
    withCurrentPlan(state, (plan) => ({
      ...plan,
      roles: plan.roles.map((role) => (role.agency === event.agency ? { ...role, acknowledgedOn: event.on } : role)),
    })),
  'monitoring-asked': (state) => ({ ...state, monitoring: { ...state.monitoring, open: true, due: false } }),
  'monitoring-recorded': (state, event) => ({
    ...state,
    monitoring: {
      rounds: state.monitoring.rounds + 1,
      open: false,
      due: false,
      nextOn: event.nextOn,
      entries: state.monitoring.entries + 1,
    },
    contacts: [
      ...state.contacts,
      { id: event.entryId, on: event.on, method: event.method, result: 'met', by: event.by, text: event.text },
    ],
  }),
  'evaluation-begun': (state, event) => ({
    ...state,
    stage: 'evaluation',
    // After an interruption the old evaluation says nothing any more.
    evaluation:
      state.stage === 'interrupted'
        ? { n: state.evaluation.n + 1, dueOn: null, due: true, record: null }
        : { ...state.evaluation, due: true, dueOn: state.evaluation.dueOn ?? event.on },
  }),
  'evaluation-recorded': (state, event) => ({
    ...withCurrentPlan(state, (plan) => ({
      ...plan,
      goals: plan.goals.map((goal) => ({ ...goal, outcome: event.evaluation.goalOutcomes[goal.id] ?? goal.outcome })),
    })),
    evaluation: { ...state.evaluation, record: event.evaluation },
  }),
  'support-resumed': (state, event) => ({
    ...state,
    stage: 'support',
    monitoring: { ...state.monitoring, open: false, due: false, nextOn: event.nextMonitoringOn },
    evaluation: { n: state.evaluation.n + 1, dueOn: event.nextEvaluationOn, due: false, record: null },
  }),
  'follow-up-recorded': (state, event) => ({
    ...state,
    followUps: state.followUps.map((one) => (one.day === event.day ? { ...one, doneOn: event.on } : one)),
  }),
  'case-closed': (state) => ({ ...state, stage: 'closed', closedReason: 'followedUp' }),
};
