import { describe, expect, it } from '@jest/globals';
import { judgedHealth, proceduresOf } from './judged-health.ts';

const well = {
  heartbeats: { worker: 3.7, notifier: 4 },
  oldestOutboxSeconds: 1.2,
  outboxRows: 1,
  oldestDueMinutes: null,
};

describe('health', () => {
  it('is good while both are at work and nothing waits long', () => {
    expect(judgedHealth(well)).toEqual({
      status: 'ok',
      database: 'ok',
      workerSeconds: 3,
      notifierSeconds: 4,
      oldestOutboxSeconds: 1,
      oldestDueMinutes: null,
      wrong: [],
    });
  });

  it.each([
    [{ heartbeats: { notifier: 1 } }, ['worker'], true],
    [{ heartbeats: { worker: 121, notifier: 1 } }, ['worker'], true],
    [{ heartbeats: { worker: 1, notifier: 500 } }, ['notifier'], false],
    [{ oldestOutboxSeconds: 901 }, ['outbox'], false],
    [{ oldestDueMinutes: 16.5 }, ['due'], true],
    [{ oldestDueMinutes: 14 }, [], false],
  ])('%j is wrong in %j; procedures behind: %j', (change, wrong, behind) => {
    const health = judgedHealth({ ...well, ...change });
    expect(health).toMatchObject({ status: wrong.length === 0 ? 'ok' : 'bad', wrong });
    expect(proceduresOf(health).behind).toBe(behind);
  });
});
