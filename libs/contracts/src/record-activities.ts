import type { RecordKind, RecordRef } from './record-ids.ts';
import type { SentStanding } from './sent-standing.ts';
import type { Standing } from './standing.ts';
import type { SystemCommand } from './system-commands.ts';

/** The signal that tells a workflow to look again; its one argument is the record's standing at send time. */
export const nudgeSignalName = 'nudge';

/** What a workflow tells the worker that runs it, outside of its history and never while it replays: that a nudge was handled. */
export type NudgeSinks = { readonly nudges: { handled(): void } };
/** The one task queue of all record workflows. */
export const recordTaskQueue = 'tsunagi-records';
/** The workflow types, as they are exported by `workflows/`. */
export const workflowTypes = { 'support-case': 'supportCase', sitting: 'sitting' } as const satisfies Record<
  RecordKind,
  string
>;

/**
 * The number of the procedures. Raised by a change that running workflows cannot replay (the replay tests say so): a worker that finds
 * a lower one in the database starts every workflow again from the log, once.
 */
export const proceduresVersion = 2;

/** What came of a workflow's own command: the standing after it, and the refusal's code when it was refused. */
export interface SystemCommandAnswer<S extends Standing = Standing> {
  readonly standing: S;
  readonly refused?: string;
}

/** What should not happen and is not settled by itself: a date that stays due, a workflow's own command that is refused or moves nothing. */
export type AlarmKind = 'date-stuck' | 'command-refused' | 'command-fruitless';

/** An alarm of a record. Ids, codes and dates only. */
export interface Alarm {
  readonly kind: AlarmKind;
  /** The command's type; of a stuck date its instant, ISO. */
  readonly what: string;
  /** The refusal's code. */
  readonly code: string | null;
}

/**
 * What a record's workflow may do to the world. `command` and `enforce` run the executor, so doing one twice changes nothing twice.
 * `enforce` uses the database's clock, never the caller's. `look` only reads. `raise` makes an alarm known until the commit that settles it.
 */
export interface RecordActivities {
  command(ref: RecordRef, command: SystemCommand, commandId: string): Promise<SystemCommandAnswer<SentStanding>>;
  enforce(ref: RecordRef): Promise<SentStanding>;
  look(ref: RecordRef): Promise<SentStanding>;
  raise(ref: RecordRef, alarm: Alarm): Promise<void>;
}
