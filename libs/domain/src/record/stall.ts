import type { IsoDate } from '#libs/calendar';
import type { Holder, Obligation, ObligationKind } from './obligation.ts';

/** Stall causes in the order that decides between equals (glossary.md). */
export const stallCauses = [
  'noObligation',
  'personInChargeVacant',
  'itemFrozen',
  'consentAwaited',
  'handoffUnanswered',
  'replyMissing',
  'requiredAgencyMissing',
  'caseSheetMissing',
  'noticeUndelivered',
  'approvalAwaited',
  'minutesUnconfirmed',
  'taskOverdue',
  'evaluationOverdue',
  'planExpired',
  'holdExpired',
  'followUpOverdue',
] as const;
export type StallCause = (typeof stallCauses)[number];

/** Which cause an overdue obligation of a kind is. */
export const causeOfKind = {
  screening: 'taskOverdue',
  'handoff-to-send': 'taskOverdue',
  'handoff-answer': 'handoffUnanswered',
  'candidate-decision': 'approvalAwaited',
  'track-placement': 'taskOverdue',
  'track-review': 'taskOverdue',
  'pre-contact': 'taskOverdue',
  'first-contact': 'taskOverdue',
  consent: 'consentAwaited',
  sheet: 'caseSheetMissing',
  'sheets-decision': 'caseSheetMissing',
  'plan-draft': 'taskOverdue',
  'plan-explanation': 'taskOverdue',
  'meeting-placement': 'taskOverdue',
  'sitting-awaited': 'taskOverdue',
  'frozen-item': 'itemFrozen',
  'approval-draft': 'approvalAwaited',
  approval: 'approvalAwaited',
  'role-acknowledgement': 'taskOverdue',
  'monitoring-round': 'taskOverdue',
  monitoring: 'taskOverdue',
  evaluation: 'evaluationOverdue',
  'plan-end': 'planExpired',
  'interruption-review': 'holdExpired',
  'follow-up': 'followUpOverdue',
  'decision-task': 'taskOverdue',
  'withdrawal-confirmation': 'taskOverdue',
  call: 'taskOverdue',
  reply: 'replyMissing',
  'phone-task': 'replyMissing',
  'required-agency': 'requiredAgencyMissing',
  'hold-sitting': 'taskOverdue',
  disposition: 'taskOverdue',
  'person-in-charge': 'personInChargeVacant',
  'next-step': 'taskOverdue',
} as const satisfies Record<ObligationKind, StallCause>;

/** Kinds that are a stall from the day they were asked, not only when overdue (design.md 5). */
const atOnce: ReadonlySet<ObligationKind> = new Set(['person-in-charge', 'frozen-item']);

/** The one cause why a record does not move, or will not from `fromMs` on; who can move it; since when the cause has been there. */
export interface Stall {
  readonly cause: StallCause;
  readonly key: string | null;
  /** Epoch ms from which the record counts as stalled: the end of the due day, or at once. */
  readonly fromMs: number;
  /** The day the cause began: it was asked, it fell vacant. */
  readonly since: IsoDate;
  readonly dueOn: IsoDate | null;
  readonly holder: Holder | null;
}

/**
 * Infers the single cause: nobody in charge, then the earliest-due blocking obligation, then the order of the causes.
 * An open record without any obligation is `noObligation`, an error that tests catch. Nothing when the record is closed.
 */
export function stallOf(obligations: readonly Obligation[], open: boolean, since: IsoDate): Stall | undefined {
  if (!open) return undefined;
  if (obligations.length === 0)
    return { cause: 'noObligation', key: null, fromMs: 0, since, dueOn: null, holder: null };
  const [first] = obligations.filter((obligation) => obligation.blocking).toSorted(byUrgency);
  if (!first) return undefined;
  return {
    cause: causeOfKind[first.kind],
    key: first.key,
    fromMs: atOnce.has(first.kind) ? 0 : first.dueAtMs,
    since: begunOn(first),
    dueOn: first.dueOn,
    holder: first.holder,
  };
}

/** The day it was asked; where the asking only began on a date of its own (evaluation), that date. */
const begunOn = ({ askedOn, ladder, taken }: Obligation): IsoDate =>
  ladder.slice(0, taken).find(({ step }) => step === 'start')?.on ?? askedOn;

/** Nobody in charge comes first, then what stalls at once, then the dates. */
const rank = ({ kind }: Obligation): number => (kind === 'person-in-charge' ? 0 : atOnce.has(kind) ? 1 : 2);

function byUrgency(a: Obligation, b: Obligation): number {
  return (
    rank(a) - rank(b) ||
    (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)) ||
    stallCauses.indexOf(causeOfKind[a.kind]) - stallCauses.indexOf(causeOfKind[b.kind]) ||
    (a.key < b.key ? -1 : 1)
  );
}
