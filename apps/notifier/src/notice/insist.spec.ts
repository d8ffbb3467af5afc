import { describe, expect, it } from '@jest/globals';
import { insist } from './insist.ts';

/** Writings that take that long each, of which the first `failures` fail. */
async function insisted(
  eachMs: number,
  failures: number,
): Promise<{ readonly tried: number; readonly tookMs: number }> {
  let tookMs = 0;
  let tried = 0;
  const pass = async (ms: number): Promise<void> => {
    tookMs += ms;
    await Promise.resolve();
  };
  const write = async (): Promise<void> => {
    tried += 1;
    await pass(eachMs);
    if (tried <= failures) throw new Error('away');
  };
  await insist(write, { nowMs: () => tookMs, pause: pass }).catch((error: unknown) => {
    expect(error).toEqual(new Error('away'));
  });
  return { tried, tookMs };
}

describe('insisting on a result', () => {
  it('ends with the writing that succeeds', async () => {
    expect(await insisted(100, 2)).toEqual({ tried: 3, tookMs: 4_300 });
  });

  it.each([5, 3_000, 13_000])('begins nothing after 40 s when each writing takes %i ms', async (eachMs) => {
    const { tried, tookMs } = await insisted(eachMs, Infinity);
    expect(tried).toBeGreaterThan(1);
    expect(tookMs).toBeLessThanOrEqual(40_000 + eachMs);
  });
});
