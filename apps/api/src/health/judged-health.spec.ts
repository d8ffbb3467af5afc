import { describe, expect, it } from '@jest/globals';
import type { ServingProcess } from '#libs/persistence';
import { judgedHealth, proceduresOf } from './judged-health.ts';

const sign = (name: ServingProcess['name'], more: Partial<ServingProcess> = {}): ServingProcess => ({
  name,
  instance: `${name}/1`,
  startedSeconds: 5_000,
  silentSeconds: 3.7,
  nudgedSeconds: null,
  handledSeconds: null,
  trouble: null,
  troubleSeconds: null,
  ...more,
});
const serves = { silentSeconds: 3, lost: false, trouble: null, troubleSeconds: null };

const well = {
  processes: [sign('worker'), sign('notifier')],
  oldestOutboxSeconds: 1.2,
  outboxRows: 1,
  oldestDueMinutes: null,
  openRecords: 12,
  runningWorkflows: 12,
  shortSeconds: null,
  unsearchableSeconds: null,
  alarms: [],
  alarmCount: 0,
};

const refused = {
  municipality: 'higashiagatsuma',
  kind: 'support-case',
  recordId: '0198a000-0000-7000-8000-000000000001',
  alarm: 'command-refused',
  what: 'tell-roles',
  code: 'plan.consent-missing',
  since: '2026-06-10T01:00:00Z',
  lastSeen: '2026-06-10T02:00:00Z',
  times: 5,
} as const;

describe('health', () => {
  it('is good while both are at work and nothing waits long', () => {
    expect(judgedHealth(well)).toEqual({
      status: 'ok',
      database: 'ok',
      writing: 'ok',
      processes: [
        { name: 'worker', ...serves },
        { name: 'notifier', ...serves },
      ],
      workerSeconds: 3,
      notifierSeconds: 3,
      unhandledSeconds: null,
      oldestOutboxSeconds: 1,
      oldestDueMinutes: null,
      openRecords: 12,
      runningWorkflows: 12,
      unsearchableSeconds: null,
      alarmCount: 0,
      alarms: [],
      wrong: [],
    });
  });

  it('is bad while an alarm is not settled, and tells everybody of which record and since when, but not what was refused and why', () => {
    const { municipality, kind, recordId, alarm, since } = refused;
    expect(judgedHealth({ ...well, alarms: [refused], alarmCount: 1 })).toMatchObject({
      status: 'bad',
      wrong: ['alarms'],
      alarmCount: 1,
    });
    expect(judgedHealth({ ...well, alarms: [refused], alarmCount: 1 }).alarms).toEqual([
      { municipality, kind, recordId, alarm, since },
    ]);
  });

  it.each([
    [{ processes: [sign('notifier')] }, ['worker'], true],
    [{ processes: [sign('worker', { silentSeconds: 4_000 }), sign('notifier')] }, ['worker'], true],
    [{ processes: [sign('worker', { silentSeconds: 121 }), sign('notifier')] }, ['worker', 'instance'], true],
    [{ processes: [sign('worker'), sign('notifier', { silentSeconds: 500 })] }, ['notifier', 'instance'], false],
    [{ processes: [sign('worker'), sign('notifier', { trouble: '550' })] }, ['mail'], false],
    [{ processes: [sign('worker', { trouble: 'build-not-current' }), sign('notifier')] }, ['build'], false],
    [{ processes: [sign('worker', { nudgedSeconds: 130 }), sign('notifier')] }, ['nudges'], true],
    [{ processes: [sign('worker', { nudgedSeconds: 130, handledSeconds: 400 }), sign('notifier')] }, ['nudges'], true],
    [{ processes: [sign('worker', { nudgedSeconds: 130, handledSeconds: 129 }), sign('notifier')] }, [], false],
    [{ processes: [sign('worker', { nudgedSeconds: 20 }), sign('notifier')] }, [], false],
    [{ oldestOutboxSeconds: 901 }, ['outbox'], false],
    [{ oldestDueMinutes: 16.5 }, ['due'], true],
    [{ oldestDueMinutes: 14 }, [], false],
    [{ runningWorkflows: 11, shortSeconds: 901 }, ['workflows'], false],
    [{ runningWorkflows: 11, shortSeconds: 899 }, [], false],
    [{ runningWorkflows: null }, [], false],
    [{ unsearchableSeconds: 0.4 }, ['search-attributes'], false],
  ])('%j is wrong in %j; procedures behind: %j', (change, wrong, behind) => {
    const health = judgedHealth({ ...well, ...change });
    expect(health).toMatchObject({ status: wrong.length === 0 ? 'ok' : 'bad', wrong });
    expect(proceduresOf(health).behind).toBe(behind);
  });

  it('misses one of two workers until another takes its place, or an hour has passed', () => {
    const lostAfter = (silentSeconds: number, ...others: readonly ServingProcess[]): readonly string[] =>
      judgedHealth({ ...well, processes: [...well.processes, sign('worker', { silentSeconds }), ...others] }).wrong;
    expect(lostAfter(100)).toEqual([]);
    expect(lostAfter(200)).toEqual(['instance']);
    expect(lostAfter(200, sign('worker', { startedSeconds: 150 }))).toEqual([]);
    expect(lostAfter(200, sign('notifier', { startedSeconds: 150 }))).toEqual(['instance']);
    expect(lostAfter(3_700)).toEqual([]);
  });

  it('is bad while nothing can be written, and says why', () => {
    expect(judgedHealth(well, 'full')).toMatchObject({ status: 'bad', writing: 'full', wrong: ['writing'] });
  });
});
