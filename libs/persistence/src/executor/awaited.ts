import type { CaseStanding, SittingStanding, Standing } from '#libs/contracts';

/** A decision for each field of a standing: a new one does not compile before somebody has said what procedures see of it. */
type Awaited<S extends Standing> = { readonly [K in Exclude<keyof S, 'seq' | 'nextDueAtMs' | 'stage'>]: unknown };

/**
 * Of a standing, what the procedures of `workflows/` can wait for, and no more: two standings that agree in it give a procedure nothing
 * to do. Many counts matter for whether anything is left; a nudge for each sheet that comes in would wake a workflow that sleeps on.
 */
export function awaited(standing: Standing): object {
  if ('assessment' in standing) return ofCase(standing as CaseStanding);
  if ('itemsWithoutDisposition' in standing) return ofSitting(standing as SittingStanding);
  const { seq: _seq, nextDueAtMs: _nextDueAtMs, ...rest } = standing;
  const { stage: _stage, ...reached } = rest as Record<string, unknown>;
  return reached;
}

function ofCase(s: CaseStanding): Awaited<CaseStanding> {
  const accepted = s.handoff.state === 'accepted';
  const meetingDue = s.handoff.declines >= s.declinesBeforeMeeting || s.handoff.expired;
  const { monitoringRounds: _monitoringRounds, ...support } = s.support;
  return {
    closed: s.closed,
    // What a new round begins anew shows in the milestones themselves.
    round: null,
    ended: s.ended,
    screened: s.screened,
    handoff: accepted,
    declinesBeforeMeeting: null,
    proposedForSupportMeeting: accepted || !meetingDue || s.proposedForSupportMeeting,
    consented: s.consented,
    assessment: { ...s.assessment, missing: s.assessment.missing > 0 },
    planning: { ...s.planning, reviews: null },
    decision: s.decision,
    support,
    followUpsLeft: s.followUpsLeft > 0,
    withdrawals: { untold: s.withdrawals.untold > 0, unconfirmed: s.withdrawals.unconfirmed > 0 },
  };
}

function ofSitting(s: SittingStanding): Awaited<SittingStanding> {
  const answersAwaited = s.called && !s.held;
  return {
    closed: s.closed,
    called: null,
    cancelled: s.cancelled,
    uncalled: s.called && s.uncalled > 0,
    phoneTasksMissing: answersAwaited && s.phoneTasksMissing > 0,
    requiredAbsent: answersAwaited && s.requiredAbsent > 0 && !s.requiredAbsenceTold,
    requiredAbsenceTold: null,
    held: null,
    itemsWithoutDisposition: s.held && s.itemsWithoutDisposition === 0,
  };
}
