import { describe, expect, it } from '@jest/globals';
import { HourlyLimit } from './hourly-limit.ts';

describe('HourlyLimit', () => {
  it('allows so many an hour for each, and again when the hour is over', () => {
    let nowMs = 0;
    const limit = new HourlyLimit(2, () => nowMs);
    expect(limit.waitOf('a')).toBeUndefined();
    limit.count('a');
    nowMs = 600_000;
    limit.count('a');
    expect(limit.waitOf('a')).toBe(3_000);
    expect(limit.waitOf('b')).toBeUndefined();
    nowMs = 3_600_000;
    expect(limit.waitOf('a')).toBeUndefined();
    limit.count('a');
    expect(limit.waitOf('a')).toBeUndefined();
  });

  it('does not grow without end', () => {
    const limit = new HourlyLimit(1, () => 0);
    for (let n = 0; n < 10_001; n += 1) limit.count(String(n));
    expect(limit.waitOf('0')).toBeUndefined();
    expect(limit.waitOf('10000')).toBe(3_600);
  });
});
