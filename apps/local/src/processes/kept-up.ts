import { setTimeout as delay } from 'node:timers/promises';
import type { KeptProcess } from './kept-process.ts';

export interface KeepUpPlan {
  /** Starts it and waits until it can be used. @throws when it does not come up */
  readonly start: () => Promise<KeptProcess>;
  /** Pauses before it is started again, ms, one after the other while it does not come up or does not stay. */
  readonly pausesMs: readonly number[];
  /** Who stayed this long, ms, stands again: the pauses begin anew. */
  readonly staysMs: number;
  /** Called each time it ended without being asked to. */
  readonly onLost: (how: string) => void;
  /** It did not come back after the last pause. Without it the last pause is repeated for ever. */
  readonly onGone?: (why: string) => void;
}

/** A server of ours that is started again in its place when it ends without being asked to. */
export interface KeptUp {
  readonly stop: () => Promise<void>;
  /** For a forced end. */
  readonly kill: () => void;
}

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws when the first start fails */
export async function startKeptUp({ start, pausesMs, staysMs, onLost, onGone }: KeepUpPlan): Promise<KeptUp> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current = await start();
  let beginning: Promise<unknown> = Promise.resolve();

  const comeBack = async (tried: number, how: string): Promise<void> => {
    const pauseMs = pausesMs[tried] ?? (onGone ? undefined : pausesMs.at(-1));
    if (pauseMs === undefined) {
      onGone?.(how);
      return;
    }
    await delay(pauseMs, undefined, { ref: false });
    if (signal.aborted) return;
    try {
      const started = start();
      beginning = started.catch(() => undefined);
      current = await started;
    } catch (error) {
      await comeBack(tried + 1, told(error));
      return;
    }
    watch(tried + 1);
  };

  const watch = (tried: number): void => {
    const upAt = performance.now();
    void current.ended.then(async (how) => {
      if (signal.aborted) return;
      onLost(how);
      await comeBack(performance.now() - upAt > staysMs ? 0 : tried, how);
    });
  };
  watch(0);

  return {
    stop: async () => {
      stopping.abort();
      // One that is just coming up is wanted no more either.
      await beginning;
      await current.stop();
    },
    kill: () => {
      stopping.abort();
      current.kill();
    },
  };
}
