import type { CommandType } from '../definitions.ts';
import type { MeetingKind } from '../rules/municipality-rules.ts';
import type { ObligationKind } from './obligation.ts';
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
  /** From when on: from the day it was asked, or when it is overdue (design.md 5). */
  readonly stalls: 'atOnce' | 'overdue';
  /** The command that settles it, so that a list can lead to it; `null` when time or another record settles it. */
  readonly settledBy: CommandType | null;
  readonly door: Door;
}

/** The one table of what can be owed; a kind that is missing here does not compile. */
export const obligationTable = {
  screening: { cause: 'taskOverdue', stalls: 'overdue', settledBy: 'screen-case', door: { form: 'screen-case' } },
  'handoff-to-send': {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'send-handoff',
    door: { form: 'send-handoff' },
  },
  'handoff-answer': {
    cause: 'handoffUnanswered',
    stalls: 'overdue',
    settledBy: 'accept-handoff',
    door: { form: 'answer-handoff' },
  },
  'candidate-decision': {
    cause: 'approvalAwaited',
    stalls: 'overdue',
    settledBy: 'confirm-candidate',
    door: { form: 'decide-candidate' },
  },
  'track-placement': {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'open-sitting',
    door: { newSitting: 'supportMeeting' },
  },
  'track-review': {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'review-track',
    door: { form: 'review-track' },
  },
  'pre-contact': {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'record-pre-contact',
    door: { form: 'record-pre-contact' },
  },
  'first-contact': {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'record-contact',
    door: { form: 'record-contact' },
  },
  consent: {
    cause: 'consentAwaited',
    stalls: 'overdue',
    settledBy: 'record-consent',
    door: { form: 'record-consent' },
  },
  sheet: { cause: 'caseSheetMissing', stalls: 'overdue', settledBy: 'submit-sheet', door: { form: 'submit-sheet' } },
  'sheets-decision': {
    cause: 'caseSheetMissing',
    stalls: 'overdue',
    settledBy: 'finish-assessment',
    door: { form: 'finish-assessment' },
  },
  'plan-draft': { cause: 'taskOverdue', stalls: 'overdue', settledBy: 'draft-plan', door: { form: 'draft-plan' } },
  'plan-explanation': {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'explain-plan',
    door: { form: 'explain-plan' },
  },
  'meeting-placement': {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'open-sitting',
    door: { newSitting: 'planMeeting' },
  },
  'sitting-awaited': { cause: 'taskOverdue', stalls: 'overdue', settledBy: null, door: { sitting: true } },
  'frozen-item': { cause: 'itemFrozen', stalls: 'atOnce', settledBy: 'record-consent', door: { place: 'persons' } },
  'approval-draft': {
    cause: 'approvalAwaited',
    stalls: 'overdue',
    settledBy: 'draft-approval',
    door: { form: 'draft-approval' },
  },
  approval: {
    cause: 'approvalAwaited',
    stalls: 'overdue',
    settledBy: 'decide-support',
    door: { form: 'decide-support' },
  },
  'role-acknowledgement': {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'acknowledge-role',
    door: { form: 'acknowledge-role' },
  },
  'monitoring-round': { cause: 'taskOverdue', stalls: 'overdue', settledBy: null, door: { form: 'record-monitoring' } },
  monitoring: {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'record-monitoring',
    door: { form: 'record-monitoring' },
  },
  evaluation: {
    cause: 'evaluationOverdue',
    stalls: 'overdue',
    settledBy: 'record-evaluation',
    door: { form: 'record-evaluation' },
  },
  'plan-end': { cause: 'planExpired', stalls: 'overdue', settledBy: 'evaluate-now', door: { form: 'evaluate-now' } },
  'interruption-review': {
    cause: 'holdExpired',
    stalls: 'overdue',
    settledBy: 'resume-support',
    door: { form: 'resume-support' },
  },
  'follow-up': {
    cause: 'followUpOverdue',
    stalls: 'overdue',
    settledBy: 'record-follow-up',
    door: { form: 'record-follow-up' },
  },
  'decision-task': { cause: 'taskOverdue', stalls: 'overdue', settledBy: 'finish-task', door: { form: 'finish-task' } },
  'withdrawal-confirmation': {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'confirm-withdrawal',
    door: { form: 'confirm-withdrawal' },
  },
  call: { cause: 'taskOverdue', stalls: 'overdue', settledBy: 'call-sitting', door: { form: 'call-sitting' } },
  reply: {
    cause: 'replyMissing',
    stalls: 'overdue',
    settledBy: 'answer-invitation',
    door: { form: 'answer-invitation' },
  },
  'phone-task': {
    cause: 'replyMissing',
    stalls: 'overdue',
    settledBy: 'answer-invitation',
    door: { form: 'answer-invitation' },
  },
  'required-agency': {
    cause: 'requiredAgencyMissing',
    stalls: 'overdue',
    settledBy: 'move-sitting',
    door: { form: 'move-sitting' },
  },
  'hold-sitting': {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'hold-sitting',
    door: { form: 'hold-sitting' },
  },
  disposition: {
    cause: 'taskOverdue',
    stalls: 'overdue',
    settledBy: 'give-disposition',
    door: { form: 'give-disposition' },
  },
  'person-in-charge': {
    cause: 'personInChargeVacant',
    stalls: 'atOnce',
    settledBy: 'set-person-in-charge',
    door: { form: 'set-person-in-charge' },
  },
  'next-step': { cause: 'taskOverdue', stalls: 'overdue', settledBy: null, door: { place: 'upcoming' } },
} as const satisfies Readonly<Record<ObligationKind, ObligationMatters>>;
