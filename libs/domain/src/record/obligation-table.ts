import type { CommandType } from '../definitions.ts';
import type { MeetingKind } from '../rules/municipality-rules.ts';
import { nextStep, obligationKinds, type Obligation, type ObligationKind } from './obligation.ts';
import type { StallCause } from './stall-causes.ts';

/** Where one does what is owed. */
type Door =
  /** A form of the record's own page, by its name. */
  | { readonly form: string }
  /** The case is put on a meeting of this kind. */
  | { readonly newSitting: MeetingKind }
  /** The sitting that the obligation is about. */
  | { readonly sitting: true }
  /** A part of the record's page: nobody need do anything, or it is done in several ways. */
  | { readonly place: string };

/** What is said of a kind of obligation, wherever it is asked: why it stalls a record, what settles it, where that is done. */
interface ObligationMatters {
  /** Which cause of a standstill it is. */
  readonly cause: StallCause;
  /** From when on: from the day it was asked, or when it is overdue (design.md 5); `never`: the delay is another record's and counts there. */
  readonly stalls: 'atOnce' | 'overdue' | 'never';
  /** `itself`: a procedure, a date or another record settles it; nobody has it among their tasks. */
  readonly moves: 'people' | 'itself';
  /** The command that settles it, so that a list can lead to it; `null` when time or another record settles it. */
  readonly settledBy: CommandType | null;
  readonly door: Door;
}

/** Done where the form of the settling command is, unless another door is named. */
const owed =
  (stalls: ObligationMatters['stalls']) =>
  (cause: StallCause, settledBy: CommandType, door: Door = { form: settledBy }): ObligationMatters => ({
    cause,
    stalls,
    moves: 'people',
    settledBy,
    door,
  });
const overdue = owed('overdue');
const atOnce = owed('atOnce');
const byItself = (stalls: ObligationMatters['stalls'], door: Door): ObligationMatters => ({
  cause: 'taskOverdue',
  stalls,
  moves: 'itself',
  settledBy: null,
  door,
});

/** The one table of what can be owed; a kind that is missing here does not compile. */
export const obligationTable = {
  screening: overdue('taskOverdue', 'screen-case'),
  'handoff-to-send': overdue('taskOverdue', 'send-handoff'),
  'handoff-answer': overdue('handoffUnanswered', 'accept-handoff', { form: 'answer-handoff' }),
  'candidate-decision': overdue('approvalAwaited', 'confirm-candidate', { form: 'decide-candidate' }),
  'track-placement': overdue('taskOverdue', 'open-sitting', { newSitting: 'supportMeeting' }),
  'track-review': overdue('taskOverdue', 'review-track'),
  'pre-contact': overdue('taskOverdue', 'record-pre-contact'),
  'first-contact': overdue('taskOverdue', 'record-contact'),
  consent: overdue('consentAwaited', 'record-consent'),
  'consent-confirmation': overdue('consentAwaited', 'confirm-consent'),
  'consent-review': overdue('consentAwaited', 'record-consent'),
  'track-reason': overdue('approvalAwaited', 'allow-support-meeting'),
  sheet: overdue('assessmentSheetMissing', 'submit-sheet'),
  'sheets-decision': overdue('assessmentSheetMissing', 'finish-assessment'),
  'plan-draft': overdue('taskOverdue', 'draft-plan'),
  'plan-explanation': overdue('taskOverdue', 'explain-plan'),
  'meeting-placement': overdue('taskOverdue', 'open-sitting', { newSitting: 'planMeeting' }),
  // Put on a meeting, or sent back with a reason: both stand beside it.
  'meeting-request': overdue('taskOverdue', 'open-sitting', { place: 'meetings' }),
  // A sitting that is not called or held in time stands still itself: one delay counts once.
  'sitting-awaited': byItself('never', { sitting: true }),
  'frozen-item': atOnce('itemFrozen', 'record-consent', { place: 'persons' }),
  'approval-draft': overdue('approvalAwaited', 'draft-approval'),
  approval: overdue('approvalAwaited', 'decide-support'),
  'role-acknowledgement': overdue('taskOverdue', 'acknowledge-role'),
  'monitoring-round': byItself('overdue', { form: 'record-monitoring' }),
  monitoring: overdue('taskOverdue', 'record-monitoring'),
  evaluation: overdue('evaluationOverdue', 'record-evaluation'),
  'plan-end': overdue('planExpired', 'evaluate-now'),
  'interruption-review': overdue('holdExpired', 'resume-support'),
  'follow-up': overdue('followUpOverdue', 'record-follow-up'),
  'decision-task': overdue('taskOverdue', 'finish-task'),
  'withdrawal-confirmation': overdue('taskOverdue', 'confirm-withdrawal'),
  call: overdue('callOverdue', 'call-sitting'),
  reply: overdue('replyMissing', 'answer-invitation'),
  // The day on which the sitting is held is the delay, and counts as its own.
  'secrecy-acknowledgement': owed('never')('taskOverdue', 'acknowledge-secrecy'),
  'phone-task': overdue('replyMissing', 'answer-invitation'),
  'phone-message': overdue('noticeUndelivered', 'finish-call'),
  'required-agency': overdue('requiredAgencyMissing', 'move-sitting'),
  'hold-sitting': overdue('holdingUnrecorded', 'hold-sitting'),
  disposition: overdue('resultUnrecorded', 'give-disposition'),
  'person-in-charge': atOnce('personInChargeVacant', 'set-person-in-charge'),
  'next-step': byItself('overdue', { place: 'upcoming' }),
} satisfies Readonly<Record<ObligationKind, ObligationMatters>>;

/** Kinds that are nobody's task. */
export const selfMovingKinds: readonly ObligationKind[] = obligationKinds.filter(
  (kind) => obligationTable[kind].moves === 'itself',
);

/** Stands under 次に自動で起きること: the system fulfils it, or it only waits for the day on which it begins. */
export const movesByItself = (obligation: Obligation): boolean =>
  selfMovingKinds.includes(obligation.kind) || nextStep(obligation)?.step === 'start';
