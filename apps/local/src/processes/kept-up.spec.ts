import { describe, expect, it } from '@jest/globals';
import type { KeptProcess } from './kept-process.ts';
import { startKeptUp, type KeepUpPlan } from './kept-up.ts';

/** A server that ends when it is told to. */
interface Puppet extends KeptProcess {
  readonly end: (how: string) => void;
}

const puppet = (pid: number): Puppet => {
  const { promise, resolve } = Promise.withResolvers<string>();
  return {
    pid,
    ended: promise,
    end: resolve,
    stop: async () => {
      resolve('asked to');
      await promise;
    },
    kill: () => {
      resolve('killed');
    },
  };
};

interface Stage {
  readonly plan: KeepUpPlan;
  readonly started: Puppet[];
  readonly lost: string[];
  readonly gone: string[];
}

/** @param failing which starts (from 0) do not come up */
const stage = (failing: readonly number[] = [], more: Partial<KeepUpPlan> = {}): Stage => {
  const started: Puppet[] = [];
  const lost: string[] = [];
  const gone: string[] = [];
  let tries = -1;
  return {
    started,
    lost,
    gone,
    plan: {
      start: async () => {
        tries += 1;
        if (failing.includes(tries)) return Promise.reject(new Error(`try ${tries} failed`));
        const server = puppet(tries);
        started.push(server);
        return Promise.resolve(server);
      },
      pausesMs: [1, 1],
      staysMs: 60_000,
      onLost: (how) => lost.push(how),
      onGone: (why) => gone.push(why),
      ...more,
    },
  };
};

const until = async (reached: () => boolean): Promise<void> => {
  while (!reached()) await new Promise((resolve) => setTimeout(resolve, 1));
};

describe('a server that is kept up', () => {
  it('is started again in its place when it ends by itself', async () => {
    const { plan, started, lost, gone } = stage();
    const kept = await startKeptUp(plan);
    started[0]?.end('SIGKILL');
    await until(() => started.length === 2);
    expect({ lost, gone }).toEqual({ lost: ['SIGKILL'], gone: [] });
    await kept.stop();
    expect(await started[1]?.ended).toBe('asked to');
  });

  it('is given up, with the last reason, when it does not come up again', async () => {
    const { plan, started, gone } = stage([1, 2]);
    await startKeptUp(plan);
    started[0]?.end('SIGKILL');
    await until(() => gone.length > 0);
    expect(gone).toEqual(['try 2 failed']);
  });

  it('is given up when it comes up and does not stay, and has all its tries again when it stayed', async () => {
    const hasty = stage();
    await startKeptUp(hasty.plan);
    for (const n of [0, 1, 2]) {
      await until(() => hasty.started.length === n + 1);
      hasty.started[n]?.end(`end ${n}`);
    }
    await until(() => hasty.gone.length > 0);
    expect(hasty.gone).toEqual(['end 2']);

    const steady = stage([], { staysMs: -1 });
    const kept = await startKeptUp(steady.plan);
    for (const n of [0, 1, 2, 3]) {
      await until(() => steady.started.length === n + 1);
      steady.started[n]?.end(`end ${n}`);
    }
    await until(() => steady.started.length === 5);
    expect(steady.gone).toEqual([]);
    await kept.stop();
  });

  it('is tried for ever when nobody wants to know that it is gone', async () => {
    const { plan, started } = stage([1, 2, 3, 4, 5]);
    const { onGone: _, ...tireless } = plan;
    const kept = await startKeptUp(tireless);
    started[0]?.end('SIGKILL');
    await until(() => started.length === 2);
    await kept.stop();
  });

  it('stays ended once it was stopped, also while it was just coming up', async () => {
    const { promise: comingUp, resolve: up } = Promise.withResolvers<undefined>();
    const { plan, started, lost } = stage();
    const slow = stage([], {
      ...plan,
      start: async () => {
        if (started.length === 1) await comingUp;
        return plan.start();
      },
    });
    const kept = await startKeptUp(slow.plan);
    started[0]?.end('SIGKILL');
    await until(() => lost.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const stopped = kept.stop();
    up(undefined);
    await stopped;
    expect(started).toHaveLength(2);
    expect(await started[1]?.ended).toBe('asked to');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(started).toHaveLength(2);
  });
});
