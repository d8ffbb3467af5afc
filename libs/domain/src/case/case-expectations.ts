import type { Context } from '../record/context.ts';
import type { Expectation } from '../record/obligation.ts';
import { assessmentOwed } from './assessment/sheets.ts';
import { mainHandoffs } from './case-leaving.ts';
import type { CaseState } from './case-state.ts';
import { followUpsOwed } from './closing/follow-up.ts';
import { consentReviewsOwed, trackReasonsOwed } from './consent/consent-owed.ts';
import { frozenItemsOwed } from './consent/frozen-items.ts';
import { confirmationsOwed } from './consent/confirm-consent.ts';
import { consentRegained, firstConsentOwed } from './consent/record-consent.ts';
import { withdrawalsOwed } from './consent/tell-of-withdrawal.ts';
import { currentPlan } from './current-plan.ts';
import { inCharge, nextStep } from './expectation-parts.ts';
import { answersOwed } from './handoff/unanswered-handoff.ts';
import { planMeetingOwed } from './placement/meeting-owed.ts';
import { decisionOwed, planEndOwed, planningOwed } from './plan/plan-owed.ts';
import { requestsOwed } from './request/meeting-request.ts';
import { personInChargeOwed } from './responsibility/set-person-in-charge.ts';
import { isClosed } from './stage.ts';
import { evaluationOwed } from './support/evaluation.ts';
import { monitoringOwed } from './support/monitoring.ts';
import { interruptionOwed } from './support/resume-support.ts';
import { acknowledgementsOwed, rolesTold } from './support/roles.ts';
import { tasksOwed } from './track/finish-task.ts';
import { trackOwed } from './track/track-owed.ts';

/**
 * What a case owes in this state, by whom: every open case has at least one (design.md 1, sentence 5). Steps that a procedure takes by
 * itself are owed by the coordinator as `next-step`, so that nothing is without an owner while procedures are behind.
 */
export function caseExpectations(state: CaseState, ctx: Context): readonly Expectation[] {
  if (isClosed(state.stage)) return [];
  if (state.stage === 'followUp') return [...followUpsOwed(state, ctx), ...withdrawalsOwed(state, ctx)];
  return [
    ...stageOwes(state, ctx),
    ...answersOwed(state, ctx),
    ...trackOwed(state, ctx),
    ...requestsOwed(state, ctx),
    ...personInChargeOwed(state),
    ...frozenItemsOwed(state),
    ...consentRegained(state, ctx),
    ...confirmationsOwed(state, ctx),
    ...consentReviewsOwed(state),
    ...trackReasonsOwed(state, ctx),
    ...tasksOwed(state),
    ...planEndOwed(state, ctx),
    ...acknowledgementsOwed(state, ctx),
    ...withdrawalsOwed(state, ctx),
  ];
}

/** What the stage itself owes. */
function stageOwes(state: CaseState, ctx: Context): readonly Expectation[] {
  switch (state.stage) {
    case 'intake':
      return [
        {
          // Marked 急ぐ later, it is asked anew, for the same day.
          key: `screening/${String(state.round)}${state.urgent ? '/urgent' : ''}`,
          kind: 'screening',
          holder: inCharge(state),
          blocking: true,
          ...(state.urgent ? { sameDay: true } : {}),
        },
      ];
    case 'screening':
      return [
        {
          key: `handoff-to-send/${String(state.round)}/${String(mainHandoffs(state).length)}`,
          kind: 'handoff-to-send',
          holder: inCharge(state),
          blocking: true,
        },
      ];
    case 'accepted':
      return [firstConsentOwed(state)];
    case 'assessment':
      return assessmentOwed(state, ctx);
    case 'planning':
      return [planningOwed(state, ctx)];
    case 'adequacyReview':
      return planMeetingOwed(state, ctx, ['adequacyReview'], state.reviewAsked);
    case 'decision':
      return [decisionOwed(state, ctx)];
    case 'support':
      return [
        ...(rolesTold(state) ? [] : [nextStep(`tell-roles/${currentPlan(state)?.id ?? ''}`, ctx)]),
        monitoringOwed(state, ctx),
        evaluationOwed(state),
      ];
    case 'evaluation':
      return state.evaluation.record === null
        ? [evaluationOwed(state)]
        : planMeetingOwed(state, ctx, ['evaluation', 'closureDecision', 'interruption'], true);
    case 'interrupted':
      return [interruptionOwed(state)];
    default:
      // `handoff` is owed through its つなぎ.
      return [];
  }
}
