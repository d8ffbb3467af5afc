import type { CaseStanding } from './standing.ts';

// Every condition of a case that its procedures wait for, and nothing else: what is exported here decides which commits wake a workflow.

/** The case is not 閉: something may still follow. */
export const open = (s: CaseStanding): boolean => !s.closed;

/** スクリーニング is over: the receiving agency has judged, or the case has ended without. */
export const screened = (s: CaseStanding): boolean => s.screened || s.ended || s.closed;

/** Nobody has accepted the つなぎ yet. */
export const unanswered = (s: CaseStanding): boolean => s.handoff.state !== 'accepted' && goesOn(s);

/** The つなぎ was refused too often or ended in silence, and the case has not been put before the chair since. */
export const needsMeeting = (s: CaseStanding): boolean =>
  unanswered(s) && (s.handoff.declines >= s.declinesBeforeMeeting || s.handoff.expired) && !s.proposedForSupportMeeting;

/** The アセスメント of this round is not finished. */
export const unassessed = (s: CaseStanding): boolean => !s.assessment.finished && goesOn(s);

/** A person consents, and the involved agencies have not been asked for their sheets. */
export const sheetsUnasked = (s: CaseStanding): boolean => unassessed(s) && s.consented && !s.assessment.asked;

/** Every agency that was asked has handed in its sheet. */
export const sheetsIn = (s: CaseStanding): boolean => unassessed(s) && s.assessment.asked && s.assessment.missing === 0;

/** The plan of this round is not decided. */
export const undecided = (s: CaseStanding): boolean => s.assessment.finished && !s.decision.decided && goesOn(s);

/** The person has applied and every named person stands behind the plan (R3); it waits for nobody but the 重層的支援会議. */
export const reviewUnasked = (s: CaseStanding): boolean =>
  undecided(s) &&
  s.consented &&
  s.planning.applied &&
  s.planning.review === 'none' &&
  !s.planning.reviewPlaced &&
  !s.planning.reviewAsked;

/** The plan was found adequate, and nobody has been asked for its 起案. */
export const approvalUnasked = (s: CaseStanding): boolean =>
  undecided(s) && s.planning.review === 'adequate' && !s.decision.asked && !s.decision.drafted;

/** The plan of this round is decided, and support under it goes on or is 中断. */
export const supported = (s: CaseStanding): boolean => s.assessment.finished && s.decision.decided && goesOn(s);

/** An agency has not been told its role under the plan that was decided. */
export const rolesUntold = (s: CaseStanding): boolean => active(s) && s.consented && !s.support.rolesTold;

/** A round of モニタリング is due. */
export const monitoringDue = (s: CaseStanding): boolean => active(s) && s.support.monitoringDue;

/** The date of the 評価 has come, and it has not begun. */
export const evaluationDue = (s: CaseStanding): boolean =>
  active(s) && s.support.evaluationDue && !s.support.evaluating;

/** The case has ended and is not 閉 yet. */
export const ending = (s: CaseStanding): boolean => s.ended && !s.closed;

/** After the end no follow-up is left, and no recipient of a withdrawn consent whose word is missing. */
export const settled = (s: CaseStanding): boolean =>
  ending(s) && s.followUpsLeft === 0 && s.withdrawals.untold === 0 && s.withdrawals.unconfirmed === 0;

/** A consent was withdrawn, and somebody who was told about the person does not know. */
export const withdrawalUntold = (s: CaseStanding): boolean => !s.closed && s.withdrawals.untold > 0;

const goesOn = (s: CaseStanding): boolean => !s.ended && !s.closed;

const active = (s: CaseStanding): boolean => supported(s) && !s.support.interrupted;
