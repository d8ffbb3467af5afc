import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { atIntervals } from './at-intervals.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('does its work at once and again each time the interval is over, also after a failure', async () => {
  const failures: unknown[] = [];
  let runs = 0;
  const rounds = atIntervals(
    1_000,
    async () => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('away')) : Promise.resolve();
    },
    (error) => failures.push(error),
  );
  await jest.advanceTimersByTimeAsync(2_500);
  expect(runs).toBe(3);
  expect(failures).toHaveLength(1);
  await rounds.close();
});

it('waits at closing for the run in hand, and does nothing after it', async () => {
  let finish = (): void => undefined;
  let runs = 0;
  const rounds = atIntervals(
    1_000,
    async () => {
      runs += 1;
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
    () => undefined,
  );
  let closed = false;
  const closing = rounds.close().then(() => {
    closed = true;
  });
  await jest.advanceTimersByTimeAsync(5_000);
  expect(closed).toBe(false);
  finish();
  await closing;
  await jest.advanceTimersByTimeAsync(5_000);
  expect(runs).toBe(1);
});
