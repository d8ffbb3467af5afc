import { describe, expect, it } from '@jest/globals';
import { judgedHealth, proceduresOf } from './judged-health.ts';

const well = {
  heartbeats: { worker: 3.7, notifier: 4 },
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
      workerSeconds: 3,
      notifierSeconds: 4,
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
    [{ heartbeats: { notifier: 1 } }, ['worker'], true],
    [{ heartbeats: { worker: 121, notifier: 1 } }, ['worker'], true],
    [{ heartbeats: { worker: 1, notifier: 500 } }, ['notifier'], false],
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
});
