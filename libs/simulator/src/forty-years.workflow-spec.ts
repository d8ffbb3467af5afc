import { describe, expect, it } from '@jest/globals';
import type { YearReport } from './town-year.ts';
import { runYears, spreadOf } from './year-spread.ts';

// Real: rules, procedures, access table, profile, calendar. In memory: the records. Here and not among the units: forty years take a minute or more.

/** Milliseconds; a year takes one to four seconds. */
const longMs = 300_000;

describe('years of the town that differ in chance alone', () => {
  it(
    'break no promise, look like the town and reach its targets in the middle',
    async () => {
      const reports = await runYears({ municipality: 'higashiagatsuma', seed: 1 }, 40);
      const sum = (of: (report: YearReport) => number): number => reports.reduce((all, one) => all + of(one), 0);
      // every stall ends with a fact or stands at the end; nothing that was done was refused
      expect(reports.flatMap(({ stalls }) => stalls).filter(({ endedBy }) => endedBy === 'obligation-settled')).toEqual(
        [],
      );
      // open cases come along, households are of several kinds, not everybody consents and some take it back
      expect(reports.every(({ cases }) => cases.carried > 0)).toBe(true);
      expect(sum(({ cases }) => cases.single)).toBeGreaterThan(40);
      expect(sum(({ cases }) => cases.withChildren)).toBeGreaterThan(40);
      expect(sum(({ consents }) => consents.refused)).toBeGreaterThan(20);
      expect(sum(({ consents }) => consents.withdrawn)).toBeGreaterThan(20);
      // sittings are held on their day, with several cases on one
      expect(sum(({ supportMeetings }) => supportMeetings.late)).toBe(0);
      const spread = spreadOf(reports);
      expect(spread.itemsPerSupportMeeting).toBeGreaterThan(1.5);
      expect(spread.itemsPerSupportMeeting).toBeLessThan(4.7);
      for (const { target, actual } of spread.indicators) {
        if (!actual || typeof target !== 'number') continue;
        expect(actual.quarter).toBeLessThanOrEqual(target);
        expect(actual.threeQuarters).toBeGreaterThanOrEqual(target);
      }
    },
    longMs,
  );
});
