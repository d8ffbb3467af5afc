import type { CaseSystemCommand } from '#libs/contracts';
import type { CommandOf } from '../command/command.ts';
import type { EventOf } from '../command/event.ts';
import { unitsByType } from '../command/units-by-type.ts';
import type { RecordCommand } from '../record/record-events.ts';
import { askForSheets, sheetsAsked } from './assessment/ask-for-sheets.ts';
import { beginPlanning, finishAssessment, planningBegun } from './assessment/finish-assessment.ts';
import { submitSheet, sheetReceived } from './assessment/submit-sheet.ts';
import { closeCase, recordFollowUp, caseClosed, followUpRecorded } from './closing/follow-up.ts';
import { reopenCase, caseReopened } from './closing/reopen-case.ts';
import { supportEnded } from './closing/support-ended.ts';
import { allowSupportMeeting, supportMeetingAllowed } from './consent/allow-support-meeting.ts';
import { confirmConsent, consentConfirmed } from './consent/confirm-consent.ts';
import { recordConsent, consentRecorded, mainLineJoined } from './consent/record-consent.ts';
import {
  confirmWithdrawal,
  tellRecipientsOfWithdrawal,
  withdrawalConfirmed,
  withdrawalTold,
} from './consent/tell-of-withdrawal.ts';
import { withdrawConsent, consentWithdrawn } from './consent/withdraw-consent.ts';
import { acceptHandoff, handoffAccepted } from './handoff/accept-handoff.ts';
import { adviseOnHandoff, handoffAdvised } from './handoff/advise-on-handoff.ts';
import { declineHandoff, handoffDeclined } from './handoff/decline-handoff.ts';
import { sendHandoff, handoffSent } from './handoff/send-handoff.ts';
import { proposeForSupportMeeting, candidateRaised } from './handoff/unanswered-handoff.ts';
import { withdrawHandoff, handoffWithdrawn } from './handoff/withdraw-handoff.ts';
import { changeContactRules, contactRulesChanged } from './intake/change-contact-rules.ts';
import { markUrgent, urgencyMarked } from './intake/mark-urgent.ts';
import { openCase, caseOpened } from './intake/open-case.ts';
import { recordAdviceOnly, adviceRecorded } from './intake/record-advice-only.ts';
import { screenCase, caseScreened } from './intake/screen-case.ts';
import { dropPlacement, movePlacement, placementDropped, placementMoved } from './placement/change-placement.ts';
import { changeSeats, seatsChanged } from './placement/change-seats.ts';
import { itemLeft, leaveItem } from './placement/leave-item.ts';
import { placeOnSitting, placedOnSitting } from './placement/place-on-sitting.ts';
import { takeDisposition, dispositionTaken } from './placement/take-disposition.ts';
import { askForReview, reviewAsked } from './plan/ask-for-review.ts';
import { decideSupport, supportDecided } from './plan/decide-support.ts';
import { askForApproval, draftApproval, approvalAsked, approvalDrafted } from './plan/draft-approval.ts';
import { draftPlan, planDrafted } from './plan/draft-plan.ts';
import { explainPlan, planExplained } from './plan/explain-plan.ts';
import { planReviewed } from './plan/plan-reviewed.ts';
import { planReadingReasoned, readPlanWithReason } from './plan/read-plan-with-reason.ts';
import {
  declineMeetingRequest,
  withdrawMeetingRequest,
  meetingRequestDeclined,
  meetingRequestReopened,
  meetingRequestTaken,
  meetingRequestWithdrawn,
} from './request/answer-meeting-request.ts';
import { requestMeeting, meetingRequested } from './request/request-meeting.ts';
import { releaseAgency, agencyReleased } from './responsibility/release-agency.ts';
import { setPersonInCharge, personInChargeSet } from './responsibility/set-person-in-charge.ts';
import { replanBegun, supportContinued, supportInterrupted } from './support/after-evaluation.ts';
import {
  beginEvaluation,
  evaluateNow,
  recordEvaluation,
  evaluationBegun,
  evaluationRecorded,
} from './support/evaluation.ts';
import { askForMonitoring, recordMonitoring, monitoringAsked, monitoringRecorded } from './support/monitoring.ts';
import { resumeSupport, supportResumed } from './support/resume-support.ts';
import { acknowledgeRole, tellRoles, roleAcknowledged, rolesToldEvent } from './support/roles.ts';
import {
  confirmCandidate,
  dismissCandidate,
  candidateConfirmed,
  candidateDismissed,
} from './track/decide-candidate.ts';
import { finishCall, redateObligations, reportUndelivered } from './keeping/keep-case.ts';
import { finishTask, taskFinished } from './track/finish-task.ts';
import { recordContact, recordPreContact, contactRecorded, preContactRecorded } from './track/reach-out.ts';
import { reviewTrack, trackReviewed } from './track/review-track.ts';

/** Commands that begin a case. */
export const caseBeginnings = unitsByType(openCase, recordAdviceOnly);

/** Every command of a case after its first, in the order of the process: a page offers them in this order. A new command is a new entry here. */
export const caseCommands = unitsByType(
  screenCase,
  sendHandoff,
  acceptHandoff,
  declineHandoff,
  adviseOnHandoff,
  withdrawHandoff,
  proposeForSupportMeeting,
  confirmCandidate,
  dismissCandidate,
  recordConsent,
  confirmConsent,
  withdrawConsent,
  tellRecipientsOfWithdrawal,
  confirmWithdrawal,
  allowSupportMeeting,
  requestMeeting,
  withdrawMeetingRequest,
  declineMeetingRequest,
  placeOnSitting,
  movePlacement,
  dropPlacement,
  changeSeats,
  leaveItem,
  takeDisposition,
  recordPreContact,
  recordContact,
  reviewTrack,
  askForSheets,
  submitSheet,
  beginPlanning,
  finishAssessment,
  draftPlan,
  explainPlan,
  askForReview,
  askForApproval,
  draftApproval,
  readPlanWithReason,
  decideSupport,
  tellRoles,
  acknowledgeRole,
  askForMonitoring,
  recordMonitoring,
  beginEvaluation,
  evaluateNow,
  recordEvaluation,
  resumeSupport,
  recordFollowUp,
  closeCase,
  finishTask,
  setPersonInCharge,
  markUrgent,
  changeContactRules,
  releaseAgency,
  reopenCase,
  finishCall,
  redateObligations,
  reportUndelivered,
) satisfies Readonly<Record<CaseSystemCommand['type'], { readonly likely: null }>>;

type Beginnings = typeof caseBeginnings;
type Commands = typeof caseCommands;

type CaseCommand = CommandOf<Beginnings[keyof Beginnings] | Commands[keyof Commands]>;
export type AnyCaseCommand = CaseCommand | RecordCommand;

/** Every fact of a case. Ids, codes and dates only; what is written about people lies in text revisions. A new event is a new entry here. */
export const caseEvents = unitsByType(
  caseOpened,
  adviceRecorded,
  caseScreened,
  urgencyMarked,
  contactRulesChanged,
  handoffSent,
  handoffAccepted,
  handoffDeclined,
  handoffAdvised,
  handoffWithdrawn,
  candidateRaised,
  candidateConfirmed,
  candidateDismissed,
  consentRecorded,
  consentConfirmed,
  mainLineJoined,
  consentWithdrawn,
  withdrawalTold,
  withdrawalConfirmed,
  supportMeetingAllowed,
  meetingRequested,
  meetingRequestWithdrawn,
  meetingRequestDeclined,
  meetingRequestTaken,
  meetingRequestReopened,
  placedOnSitting,
  placementMoved,
  placementDropped,
  seatsChanged,
  itemLeft,
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
  planReadingReasoned,
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
