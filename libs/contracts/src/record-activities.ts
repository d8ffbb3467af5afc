import type { RecordKind, RecordRef } from './record-ids.ts';
import type { Standing } from './standing.ts';
import type { SystemCommand } from './system-commands.ts';

/** The signal that tells a workflow to look again; its one argument is the record's standing at send time. */
export const nudgeSignalName = 'nudge';
/** The one task queue of all record workflows. */
export const recordTaskQueue = 'tsunagi-records';
/** The workflow types, as they are exported by `workflows/`. */
export const workflowTypes = { 'support-case': 'supportCase', sitting: 'sitting' } as const satisfies Record<
  RecordKind,
  string
>;

/** What came of a workflow's own command: the standing after it, and the refusal's code when it was refused. */
export interface SystemCommandAnswer<S extends Standing = Standing> {
  readonly standing: S;
  readonly refused?: string;
}

/**
 * What a record's workflow may do to the world. Both run the executor, so doing one twice changes nothing twice.
 * `enforce` uses the database's clock, never the caller's.
 */
export interface RecordActivities {
  command(ref: RecordRef, command: SystemCommand, commandId: string): Promise<SystemCommandAnswer>;
  enforce(ref: RecordRef): Promise<Standing>;
}
