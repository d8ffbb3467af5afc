import type { CaseStanding } from '#libs/contracts';
import { nextDueAtMs } from '../record/obligation.ts';
import type { MunicipalityRules } from '../rules/municipality-rules.ts';
import { sheetsNow } from './assessment/sheets.ts';
import { mainHandoffs } from './case-leaving.ts';
import type { CaseState, Handoff } from './case-state.ts';
import { followUpsLeft } from './closing/follow-up.ts';
import { currentPlan } from './current-plan.ts';
import { proposedForMeeting } from './handoff/unanswered-handoff.ts';
import { isClosed, isEnded } from './stage.ts';
import { rolesTold } from './support/roles.ts';

/** 閉, and nobody has to be told of it by phone any more. */
export const isOver = ({ stage, calls }: Pick<CaseState, 'stage' | 'calls'>): boolean =>
  isClosed(stage) && calls.length === 0;

/** Where the case stands, as its workflow needs to know it: milestones and dates, nothing about people. */
export function caseStanding(state: CaseState, rules: MunicipalityRules): CaseStanding {
  const main = mainHandoffs(state);
  const last = main.at(-1);
  const plan = currentPlan(state);
  const sheets = sheetsNow(state);
  return {
    seq: state.seq,
    stage: state.stage,
    round: state.assessments,
    ended: isEnded(state.stage),
    closed: isOver(state),
    nextDueAtMs: nextDueAtMs(state.obligations),
    screened: state.stage !== 'intake',
    handoff: {
      state: handoffState(last),
      answers: main.filter(isAnswered).length,
      declines: main.filter(({ state: answer }) => answer === 'declined').length,
      expired: last?.state === 'awaiting' && last.expired,
    },
    declinesBeforeMeeting: rules.declinesBeforeMeeting,
    proposedForSupportMeeting: proposedForMeeting(state, rules),
    consented: state.persons.some(({ track }) => track === 'main'),
    assessment: {
      asked: state.sheetsAsked === state.assessments && state.assessments > 0,
      missing: sheets.filter(({ state: sheet }) => sheet !== 'received').length,
      finished: state.stage !== 'assessment' && state.assessments > 0,
    },
    planning: {
      applied: plan?.appliedOn !== null && plan !== undefined,
      review: plan?.review ?? 'none',
      reviews: state.plans.reduce((most, { reviews }) => Math.max(most, reviews), state.past.planReviews),
      reviewAsked: state.reviewAsked,
      reviewPlaced: state.placements.some(({ purpose, result }) => purpose === 'adequacyReview' && result === null),
    },
    decision: { asked: state.approvalAsked, drafted: Boolean(plan?.approval), decided: plan?.state === 'decided' },
    support: {
      rolesTold: rolesTold(state),
      monitoringDue: state.stage === 'support' && state.monitoring.due && !state.monitoring.open,
      monitoringRounds: state.monitoring.rounds,
      evaluationDue: state.stage === 'support' && state.evaluation.due,
      evaluating: state.stage === 'evaluation',
      interrupted: state.stage === 'interrupted',
    },
    followUpsLeft: followUpsLeft(state) + (isEnded(state.stage) ? state.calls.length : 0),
    withdrawals: {
      untold: state.withdrawals.filter(({ told }) => !told).length,
      unconfirmed: state.withdrawals.reduce((sum, one) => sum + one.agencies.length - one.confirmed.length, 0),
    },
  };
}

type Answer = Pick<Handoff, 'state'>;
const isAnswered = (handoff: Answer): boolean => handoff.state !== 'awaiting';

function handoffState(last: Answer | undefined): CaseStanding['handoff']['state'] {
  if (!last || last.state === 'withdrawn') return 'none';
  return last.state;
}
