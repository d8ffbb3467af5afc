import { availableParallelism, cpus, loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const lookMs = 2_000;

const ticks = () =>
  cpus().reduce(
    ({ idle, all }, { times }) => ({
      idle: idle + times.idle,
      all: all + Object.values(times).reduce((sum, time) => sum + time, 0),
    }),
    { idle: 0, all: 0 },
  );

/** What the numbers were seen on, and how busy it was with other things just before: numbers of a busy machine are too high. */
export async function lookAtMachine() {
  const before = ticks();
  await delay(lookMs);
  const after = ticks();
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    loadAverage: loadavg()[0],
    busyShareBefore: 1 - (after.idle - before.idle) / (after.all - before.all),
  };
}
