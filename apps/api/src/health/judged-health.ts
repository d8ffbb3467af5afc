import type { HealthFacts } from '#libs/persistence';
import type { HealthView, WrongName } from '#libs/views';

/**
 * From when on each number is bad. The sweep re-inserts what is ten minutes late, so fifteen mean that it does not work; workflows are
 * counted some seconds late, and a record's one begins soon after it: fewer for a quarter of an hour are missing.
 */
const limits = { heartbeatSeconds: 120, outboxSeconds: 900, dueMinutes: 15, shortSeconds: 900 } as const;

/** The database did not answer the one question: that is the news. */
export const databaseAway: HealthView = {
  status: 'bad',
  database: 'away',
  workerSeconds: null,
  notifierSeconds: null,
  oldestOutboxSeconds: null,
  oldestDueMinutes: null,
  openRecords: null,
  runningWorkflows: null,
  unsearchableSeconds: null,
  alarmCount: null,
  alarms: [],
  wrong: ['database'],
};

/** Judges the facts: what is wrong, by name. */
export function judgedHealth(facts: HealthFacts): HealthView {
  const whole = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : Math.max(0, Math.floor(value));
  const workerSeconds = whole(facts.heartbeats['worker']);
  const notifierSeconds = whole(facts.heartbeats['notifier']);
  const oldestOutboxSeconds = whole(facts.oldestOutboxSeconds);
  const oldestDueMinutes = whole(facts.oldestDueMinutes);
  const unsearchableSeconds = whole(facts.unsearchableSeconds);
  const silent = (seconds: number | null): boolean => seconds === null || seconds > limits.heartbeatSeconds;
  const wrong: readonly WrongName[] = [
    ...(silent(workerSeconds) ? ['worker' as const] : []),
    ...(silent(notifierSeconds) ? ['notifier' as const] : []),
    ...((oldestOutboxSeconds ?? 0) > limits.outboxSeconds ? ['outbox' as const] : []),
    ...((oldestDueMinutes ?? 0) > limits.dueMinutes ? ['due' as const] : []),
    ...((facts.shortSeconds ?? 0) > limits.shortSeconds ? ['workflows' as const] : []),
    ...(unsearchableSeconds === null ? [] : ['search-attributes' as const]),
    ...(facts.alarmCount > 0 ? ['alarms' as const] : []),
  ];
  return {
    status: wrong.length === 0 ? 'ok' : 'bad',
    database: 'ok',
    workerSeconds,
    notifierSeconds,
    oldestOutboxSeconds,
    oldestDueMinutes,
    openRecords: facts.openRecords,
    runningWorkflows: facts.runningWorkflows,
    unsearchableSeconds,
    alarmCount: facts.alarmCount,
    alarms: facts.alarms.map(({ municipality, kind, recordId, alarm, since }) => ({
      municipality,
      kind,
      recordId,
      alarm,
      since,
    })),
    wrong,
  };
}

/** Do procedures lag behind? Then the board says so, and people go on working. */
export const proceduresOf = ({
  wrong,
  oldestDueMinutes,
}: HealthView): { readonly behind: boolean; readonly oldestDueMinutes: number | null } => ({
  behind: wrong.includes('worker') || wrong.includes('due'),
  oldestDueMinutes,
});
