import type { EventOf } from '../command/event.ts';
import { unitsByType } from '../command/units-by-type.ts';
import { sheetsAsked } from './assessment/ask-for-sheets.ts';
import { planningBegun } from './assessment/finish-assessment.ts';
import { sheetReceived } from './assessment/submit-sheet.ts';
import { caseClosed, followUpRecorded } from './closing/follow-up.ts';
import { caseReopened } from './closing/reopen-case.ts';
import { supportEnded } from './closing/support-ended.ts';
import { supportMeetingAllowed } from './consent/allow-support-meeting.ts';
import { consentRecorded, mainLineJoined } from './consent/record-consent.ts';
import { withdrawalConfirmed, withdrawalTold } from './consent/tell-of-withdrawal.ts';
import { consentWithdrawn } from './consent/withdraw-consent.ts';
import { handoffAccepted } from './handoff/accept-handoff.ts';
import { handoffAdvised } from './handoff/advise-on-handoff.ts';
import { handoffDeclined } from './handoff/decline-handoff.ts';
import { handoffSent } from './handoff/send-handoff.ts';
import { candidateRaised } from './handoff/unanswered-handoff.ts';
import { handoffWithdrawn } from './handoff/withdraw-handoff.ts';
import { urgencyMarked } from './intake/mark-urgent.ts';
import { caseOpened } from './intake/open-case.ts';
import { adviceRecorded } from './intake/record-advice-only.ts';
import { caseScreened } from './intake/screen-case.ts';
import { placementDropped, placementMoved } from './placement/change-placement.ts';
import { placedOnSitting } from './placement/place-on-sitting.ts';
import { dispositionTaken } from './placement/take-disposition.ts';
import { reviewAsked } from './plan/ask-for-review.ts';
import { supportDecided } from './plan/decide-support.ts';
import { approvalAsked, approvalDrafted } from './plan/draft-approval.ts';
import { planDrafted } from './plan/draft-plan.ts';
import { planExplained } from './plan/explain-plan.ts';
import { planReviewed } from './plan/plan-reviewed.ts';
import { agencyReleased } from './responsibility/release-agency.ts';
import { personInChargeSet } from './responsibility/set-person-in-charge.ts';
import { replanBegun, supportContinued, supportInterrupted } from './support/after-evaluation.ts';
import { evaluationBegun, evaluationRecorded } from './support/evaluation.ts';
import { monitoringAsked, monitoringRecorded } from './support/monitoring.ts';
import { supportResumed } from './support/resume-support.ts';
import { roleAcknowledged, rolesToldEvent } from './support/roles.ts';
import { candidateConfirmed, candidateDismissed } from './track/decide-candidate.ts';
import { taskFinished } from './track/finish-task.ts';
import { contactRecorded, preContactRecorded } from './track/reach-out.ts';
import { trackReviewed } from './track/review-track.ts';

/** Every fact of a case. Ids, codes and dates only; what is written about people lies in text revisions. A new event is a new entry here. */
export const caseEvents = unitsByType(
  caseOpened,
  adviceRecorded,
  caseScreened,
  urgencyMarked,
  handoffSent,
  handoffAccepted,
  handoffDeclined,
  handoffAdvised,
  handoffWithdrawn,
  candidateRaised,
  candidateConfirmed,
  candidateDismissed,
  consentRecorded,
  mainLineJoined,
  consentWithdrawn,
  withdrawalTold,
  withdrawalConfirmed,
  supportMeetingAllowed,
  placedOnSitting,
  placementMoved,
  placementDropped,
  dispositionTaken,
  preContactRecorded,
  contactRecorded,
  trackReviewed,
  taskFinished,
  sheetsAsked,
  sheetReceived,
  planningBegun,
  planDrafted,
  planExplained,
  reviewAsked,
  planReviewed,
  approvalAsked,
  approvalDrafted,
  supportDecided,
  rolesToldEvent,
  roleAcknowledged,
  monitoringAsked,
  monitoringRecorded,
  evaluationBegun,
  evaluationRecorded,
  replanBegun,
  supportContinued,
  supportInterrupted,
  supportResumed,
  supportEnded,
  followUpRecorded,
  caseClosed,
  caseReopened,
  personInChargeSet,
  agencyReleased,
);

type Events = typeof caseEvents;
export type CaseEvent = EventOf<Events[keyof Events]>;
