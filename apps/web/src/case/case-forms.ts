import type { CaseFormMaker } from './case-form.ts';
import { allowSupportMeeting, confirmWithdrawal, recordConsent, withdrawConsent } from './forms/consent-forms.ts';
import { answerHandoff, withdrawHandoff } from './forms/handoff-forms.ts';
import {
  markUrgent,
  releaseAgency,
  reopenCase,
  screenCase,
  sendHandoff,
  setPersonInCharge,
} from './forms/intake-forms.ts';
import {
  acknowledgeRole,
  decideSupport,
  draftApproval,
  draftPlan,
  explainPlan,
  finishAssessment,
} from './forms/plan-forms.ts';
import {
  evaluateNow,
  recordEvaluation,
  recordFollowUp,
  recordMonitoring,
  resumeSupport,
} from './forms/support-forms.ts';
import {
  decideCandidate,
  finishTask,
  recordContact,
  recordPreContact,
  reviewTrack,
  submitSheet,
} from './forms/track-forms.ts';

/** The forms of the case page, by the name that stands in the address (`?do=…`). */
export const caseForms = {
  'screen-case': screenCase,
  'mark-urgent': markUrgent,
  'set-person-in-charge': setPersonInCharge,
  'release-agency': releaseAgency,
  'reopen-case': reopenCase,
  'send-handoff': sendHandoff,
  'answer-handoff': answerHandoff,
  'withdraw-handoff': withdrawHandoff,
  'record-consent': recordConsent,
  'withdraw-consent': withdrawConsent,
  'confirm-withdrawal': confirmWithdrawal,
  'allow-support-meeting': allowSupportMeeting,
  'decide-candidate': decideCandidate,
  'record-pre-contact': recordPreContact,
  'record-contact': recordContact,
  'review-track': reviewTrack,
  'finish-task': finishTask,
  'submit-sheet': submitSheet,
  'finish-assessment': finishAssessment,
  'draft-plan': draftPlan,
  'explain-plan': explainPlan,
  'draft-approval': draftApproval,
  'decide-support': decideSupport,
  'acknowledge-role': acknowledgeRole,
  'record-monitoring': recordMonitoring,
  'evaluate-now': evaluateNow,
  'record-evaluation': recordEvaluation,
  'resume-support': resumeSupport,
  'record-follow-up': recordFollowUp,
} as const satisfies Readonly<Record<string, CaseFormMaker>>;

export type CaseFormName = keyof typeof caseForms;

export const isCaseFormName = (name: string): name is CaseFormName => Object.hasOwn(caseForms, name);
