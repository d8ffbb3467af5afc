import type { AlarmKind, RecordKind } from '#libs/contracts';
import type { Int } from './record-view.ts';

/** Something of a record that is not settled by itself. Which command it is and why is told by `tsunagi health`, on the machine. */
export interface AlarmView {
  readonly municipality: string;
  readonly kind: RecordKind;
  readonly recordId: string;
  /** A date that does not move, a command of the procedures that was refused, one that changed nothing. */
  readonly alarm: AlarmKind;
  /** ISO instant. */
  readonly since: string;
}

/** What is bad. */
export type WrongName =
  'database' | 'worker' | 'notifier' | 'outbox' | 'due' | 'workflows' | 'search-attributes' | 'alarms';

/** How the house is. Each number is `null` when there is nothing to measure, or nothing could be asked. */
export interface HealthView {
  readonly status: 'ok' | 'bad';
  readonly database: 'ok' | 'away';
  /** Seconds since the worker's last heartbeat. */
  readonly workerSeconds: Int | null;
  /** Seconds since the notifier's last heartbeat. */
  readonly notifierSeconds: Int | null;
  /** Seconds that the oldest row waits for being sent. */
  readonly oldestOutboxSeconds: Int | null;
  /** Minutes since the oldest date that passed without being acted on. */
  readonly oldestDueMinutes: Int | null;
  readonly openRecords: Int | null;
  /** When they were last counted. */
  readonly runningWorkflows: Int | null;
  /** Seconds since Temporal was found not to know what workflows are found by. */
  readonly unsearchableSeconds: Int | null;
  readonly alarmCount: Int | null;
  /** The oldest ones, 50 at most. */
  readonly alarms: readonly AlarmView[];
  readonly wrong: readonly WrongName[];
}
