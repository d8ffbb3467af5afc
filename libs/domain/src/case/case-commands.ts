import type { CaseSystemCommand } from '#libs/contracts';
import type { CommandOf } from '../command/command.ts';
import { unitsByType } from '../command/units-by-type.ts';
import type { RecordCommand } from '../record/record-events.ts';
import { askForSheets } from './assessment/ask-for-sheets.ts';
import { beginPlanning, finishAssessment } from './assessment/finish-assessment.ts';
import { submitSheet } from './assessment/submit-sheet.ts';
import { closeCase, recordFollowUp } from './closing/follow-up.ts';
import { reopenCase } from './closing/reopen-case.ts';
import { allowSupportMeeting } from './consent/allow-support-meeting.ts';
import { recordConsent } from './consent/record-consent.ts';
import { confirmWithdrawal, tellRecipientsOfWithdrawal } from './consent/tell-of-withdrawal.ts';
import { withdrawConsent } from './consent/withdraw-consent.ts';
import { acceptHandoff } from './handoff/accept-handoff.ts';
import { adviseOnHandoff } from './handoff/advise-on-handoff.ts';
import { declineHandoff } from './handoff/decline-handoff.ts';
import { sendHandoff } from './handoff/send-handoff.ts';
import { proposeForSupportMeeting } from './handoff/unanswered-handoff.ts';
import { withdrawHandoff } from './handoff/withdraw-handoff.ts';
import { markUrgent } from './intake/mark-urgent.ts';
import { openCase } from './intake/open-case.ts';
import { recordAdviceOnly } from './intake/record-advice-only.ts';
import { screenCase } from './intake/screen-case.ts';
import { dropPlacement, movePlacement } from './placement/change-placement.ts';
import { placeOnSitting } from './placement/place-on-sitting.ts';
import { takeDisposition } from './placement/take-disposition.ts';
import { askForReview } from './plan/ask-for-review.ts';
import { decideSupport } from './plan/decide-support.ts';
import { askForApproval, draftApproval } from './plan/draft-approval.ts';
import { draftPlan } from './plan/draft-plan.ts';
import { explainPlan } from './plan/explain-plan.ts';
import { releaseAgency } from './responsibility/release-agency.ts';
import { setPersonInCharge } from './responsibility/set-person-in-charge.ts';
import { beginEvaluation, evaluateNow, recordEvaluation } from './support/evaluation.ts';
import { askForMonitoring, recordMonitoring } from './support/monitoring.ts';
import { resumeSupport } from './support/resume-support.ts';
import { acknowledgeRole, tellRoles } from './support/roles.ts';
import { confirmCandidate, dismissCandidate } from './track/decide-candidate.ts';
import { finishTask } from './track/finish-task.ts';
import { recordContact, recordPreContact } from './track/reach-out.ts';
import { reviewTrack } from './track/review-track.ts';

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
  withdrawConsent,
  tellRecipientsOfWithdrawal,
  confirmWithdrawal,
  allowSupportMeeting,
  placeOnSitting,
  movePlacement,
  dropPlacement,
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
  releaseAgency,
  reopenCase,
) satisfies Readonly<Record<CaseSystemCommand['type'], { readonly likely: null }>>;

type Beginnings = typeof caseBeginnings;
type Commands = typeof caseCommands;

export type CaseCommand = CommandOf<Beginnings[keyof Beginnings] | Commands[keyof Commands]>;
export type AnyCaseCommand = CaseCommand | RecordCommand;
