/** How the house is. Each number is `null` when there is nothing to measure, or nothing could be asked. */
export interface HealthView {
  readonly status: 'ok' | 'bad';
  readonly database: 'ok' | 'away';
  /** Seconds since the worker's last heartbeat. */
  readonly workerSeconds: number | null;
  /** Seconds since the notifier's last heartbeat. */
  readonly notifierSeconds: number | null;
  /** Seconds that the oldest row waits for being sent. */
  readonly oldestOutboxSeconds: number | null;
  /** Minutes since the oldest date that passed without being acted on. */
  readonly oldestDueMinutes: number | null;
  /** Names of what is bad. */
  readonly wrong: readonly string[];
}
