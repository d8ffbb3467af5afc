import type { IsoDate } from '#libs/calendar';
import type { AgencyCode, LadderStepName } from '../rules/municipality-rules.ts';

/** What can be owed. The order is that of the process; each maps to one stall cause in `stall.ts`. */
export const obligationKinds = [
  'screening',
  'handoff-to-send',
  'handoff-answer',
  'candidate-decision',
  'track-placement',
  'track-review',
  'pre-contact',
  'first-contact',
  'consent',
  'consent-confirmation',
  'consent-review',
  'track-reason',
  'sheet',
  'sheets-decision',
  'plan-draft',
  'plan-explanation',
  'meeting-placement',
  'meeting-request',
  'sitting-awaited',
  'frozen-item',
  'approval-draft',
  'approval',
  'role-acknowledgement',
  'monitoring-round',
  'monitoring',
  'evaluation',
  'plan-end',
  'interruption-review',
  'follow-up',
  'decision-task',
  'withdrawal-confirmation',
  'call',
  'reply',
  'secrecy-acknowledgement',
  'phone-task',
  'phone-message',
  'required-agency',
  'hold-sitting',
  'disposition',
  'person-in-charge',
  'next-step',
] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** What an obligation is, by its key: `kind/…`. */
export const obligationKindOf = (key: string): string => key.slice(0, (key + '/').indexOf('/'));

/** In which capacity somebody owes: `staff` is anyone of the agency, `head` its 所属長. */
export type HolderPost = 'personInCharge' | 'staff' | 'head' | 'coordinator' | 'manager';

export interface Holder {
  readonly agency: AgencyCode;
  readonly post: HolderPost;
}

/** A ladder step with its instant resolved; `on` is the 開庁日 it belongs to, `atMs` the moment before opening (epoch ms). */
export interface LadderStep {
  readonly step: LadderStepName;
  readonly on: IsoDate;
  readonly atMs: number;
}

/**
 * What the state says is owed, before dates are put on it. `key` is unique among what the record owes: a second round is a second key, what was only paused comes back under its own.
 * `dueOn` fixes the date; otherwise the profile's deadline of the kind counts from today.
 */
export interface Expectation {
  readonly key: string;
  readonly kind: ObligationKind;
  readonly holder: Holder;
  /** The case does not go on until this is done. */
  readonly blocking: boolean;
  readonly dueOn?: IsoDate;
  /** Fewer reminders than the profile's ladder (doctors, schools, 民生委員). */
  readonly reminders?: number;
  /** Due on the same day (urgent). */
  readonly sameDay?: boolean;
  /** What it is about: an id of the record's own (handoff, sitting, task …), never text. */
  readonly about?: string;
  /** Who asked, so that nobody is told of their own silence (R85). */
  readonly askedBy?: AgencyCode;
}

/** 次にすること(期限): an expectation with its dates resolved, as it is stored in the log and the state. */
export interface Obligation extends Expectation {
  readonly askedOn: IsoDate;
  readonly dueOn: IsoDate;
  /** End of the office day `dueOn`, epoch ms: from then on it is overdue. */
  readonly dueAtMs: number;
  readonly ladder: readonly LadderStep[];
  /** How many steps of `ladder` were taken. */
  readonly taken: number;
}

/** The next step to take, or nothing. */
export const nextStep = (obligation: Obligation): LadderStep | undefined => obligation.ladder[obligation.taken];

/** The earliest instant at which `enforce` has something to do, or `null`. */
export function nextDueAtMs(obligations: Readonly<Record<string, Obligation>>): number | null {
  let earliest: number | null = null;
  for (const obligation of Object.values(obligations)) {
    const atMs = nextStep(obligation)?.atMs;
    if (atMs !== undefined && (earliest === null || atMs < earliest)) earliest = atMs;
  }
  return earliest;
}
