import type { HealthFacts, Trouble } from '#libs/persistence';
import type { HealthView, ProcessView, WrongName } from '#libs/views';
import { secondsSinceSign, shownProcesses, unhandledSeconds } from './process-signs.ts';

/**
 * From when on each number is bad. The sweep re-inserts what is ten minutes late, so fifteen mean that it does not work; workflows are
 * counted some seconds late, and a record's one begins soon after it: fewer for a quarter of an hour are missing.
 */
const limits = { heartbeatSeconds: 120, outboxSeconds: 900, dueMinutes: 15, shortSeconds: 900 } as const;

/** The database did not answer the one question: that is the news. */
export const databaseAway: HealthView = {
  status: 'bad',
  database: 'away',
  writing: 'away',
  processes: [],
  workerSeconds: null,
  notifierSeconds: null,
  unhandledSeconds: null,
  oldestOutboxSeconds: null,
  oldestDueMinutes: null,
  openRecords: null,
  runningWorkflows: null,
  unsearchableSeconds: null,
  alarmCount: null,
  alarms: [],
  wrong: ['database'],
};

/** What a process may say hinders it; everything else is the way mails leave. */
const buildNotCurrent = 'build-not-current';

const hindered = (processes: readonly ProcessView[]): readonly WrongName[] => {
  const troubles = processes.flatMap(({ lost, trouble }) => (lost || trouble === null ? [] : [trouble]));
  return [
    ...(processes.some(({ lost }) => lost) ? ['instance' as const] : []),
    ...(troubles.some((trouble) => trouble !== buildNotCurrent) ? ['mail' as const] : []),
    ...(troubles.includes(buildNotCurrent) ? ['build' as const] : []),
  ];
};

/**
 * Judges the facts: what is wrong, by name.
 * @param writing what ailed the database when this process last wrote something
 */
export function judgedHealth(facts: HealthFacts, writing?: Trouble): HealthView {
  const whole = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : Math.max(0, Math.floor(value));
  const processes = shownProcesses(facts.processes);
  const workerSeconds = whole(secondsSinceSign(facts.processes, 'worker'));
  const notifierSeconds = whole(secondsSinceSign(facts.processes, 'notifier'));
  const unhandled = whole(unhandledSeconds(facts.processes));
  const oldestOutboxSeconds = whole(facts.oldestOutboxSeconds);
  const oldestDueMinutes = whole(facts.oldestDueMinutes);
  const unsearchableSeconds = whole(facts.unsearchableSeconds);
  const silent = (seconds: number | null): boolean => seconds === null || seconds > limits.heartbeatSeconds;
  const wrong: readonly WrongName[] = [
    ...(writing === undefined ? [] : ['writing' as const]),
    ...(silent(workerSeconds) ? ['worker' as const] : []),
    ...(silent(notifierSeconds) ? ['notifier' as const] : []),
    ...hindered(processes),
    ...(unhandled === null ? [] : ['nudges' as const]),
    ...((oldestOutboxSeconds ?? 0) > limits.outboxSeconds ? ['outbox' as const] : []),
    ...((oldestDueMinutes ?? 0) > limits.dueMinutes ? ['due' as const] : []),
    ...((facts.shortSeconds ?? 0) > limits.shortSeconds ? ['workflows' as const] : []),
    ...(unsearchableSeconds === null ? [] : ['search-attributes' as const]),
    ...(facts.alarmCount > 0 ? ['alarms' as const] : []),
  ];
  return {
    status: wrong.length === 0 ? 'ok' : 'bad',
    database: 'ok',
    writing: writing ?? 'ok',
    processes,
    workerSeconds,
    notifierSeconds,
    unhandledSeconds: unhandled,
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
  behind: wrong.includes('worker') || wrong.includes('nudges') || wrong.includes('due'),
  oldestDueMinutes,
});
