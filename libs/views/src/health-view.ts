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
  | 'database'
  | 'writing'
  | 'worker'
  | 'notifier'
  | 'instance'
  | 'nudges'
  | 'mail'
  | 'build'
  | 'outbox'
  | 'due'
  | 'workflows'
  | 'search-attributes'
  | 'alarms';

/** A process that serves, or was lost within the last hour; which machine it runs on is told by `tsunagi health`. */
export interface ProcessView {
  readonly name: 'api' | 'worker' | 'notifier';
  /** Seconds since it last said that it is at work. */
  readonly silentSeconds: Int;
  /** It fell silent without going in order, and none has taken its place. */
  readonly lost: boolean;
  /** What hinders it: a code. */
  readonly trouble: string | null;
  readonly troubleSeconds: Int | null;
}

/** How the house is. Each number is `null` when there is nothing to measure, or nothing could be asked. */
export interface HealthView {
  readonly status: 'ok' | 'bad';
  readonly database: 'ok' | 'away';
  /** What a test writing met within the last seconds: nothing, or a full disk, a database that only lets itself be read. */
  readonly writing: 'ok' | 'away' | 'busy' | 'full' | 'read-only';
  readonly processes: readonly ProcessView[];
  /** Seconds since the last sign of any worker. */
  readonly workerSeconds: Int | null;
  /** Seconds since the last sign of any notifier. */
  readonly notifierSeconds: Int | null;
  /** Seconds since the last nudge that no worker has handled; `null` when all are. */
  readonly unhandledSeconds: Int | null;
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

/** Whether one process runs (`/live`), or can serve (`/ready`). */
export interface ProbeView {
  readonly status: 'ok' | 'bad';
}
