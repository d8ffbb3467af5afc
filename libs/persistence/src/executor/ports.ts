import type { Actor, Context } from '#libs/domain';

/** Gives what decisions may know of a municipality on that day: profile and calendar, as values. @throws when it has no profile. */
export interface ContextSource {
  contextOf(municipality: string, nowMs: number, actor: Actor): Context | Promise<Context>;
}

/** The now of the rules, epoch milliseconds. What is recorded as `recorded_at` is always real. */
export interface Clock {
  /** @param databaseNowMs what the database's clock shows in this transaction */
  nowMs(databaseNowMs: number): number;
}

/** For everything that runs for real: deadlines are held against one clock, the database's. */
export const databaseClock: Clock = { nowMs: (databaseNowMs) => databaseNowMs };

/** For the seed and tests: time is what was last set. */
export interface DrivenClock extends Clock {
  setTo(ms: number): void;
}

export function drivenClock(startMs: number): DrivenClock {
  let now = startMs;
  return {
    nowMs: () => now,
    setTo(ms) {
      now = ms;
    },
  };
}
