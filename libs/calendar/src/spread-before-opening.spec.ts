import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, buildCalendar, dateOfMs, msOfDate, spreadBeforeOpening } from './index.ts';
import { standardCalendarTables } from './testing/standard-tables.ts';

const calendar = buildCalendar(standardCalendarTables);
// Its nights are shorter than the eight hours over which work is spread.
const longHours = buildCalendar({ ...standardCalendarTables, opensAt: '05:00', closesAt: '23:00', closedWeekdays: [] });
const dates = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2024-01-04', days));

describe('the clock of many records', () => {
  it.each([
    ['the usual office', calendar],
    ['an office with short nights', longHours],
  ])(
    'is never early and always before %s opens on the next open day, whatever the hour of the date',
    (_which, office) => {
      const anyMoment = fc.integer({ min: 0, max: 86_399_999 });
      const lateEvening = fc.integer({ min: 82_000_000, max: 86_399_999 });
      fc.assert(
        fc.property(dates, fc.oneof(anyMoment, lateEvening), fc.string(), (dueOn, sinceMidnight, id) => {
          const dueAtMs = msOfDate(dueOn, '00:00') + sinceMidnight;
          const handledAtMs = spreadBeforeOpening(dueAtMs, id, office);
          expect(handledAtMs).toBeGreaterThanOrEqual(Math.max(dueAtMs, office.closesAtMs(dueOn)));
          expect(handledAtMs).toBeLessThan(office.opensAtMs(office.nextOpen(addDays(dueOn, 1))));
          expect(Number.isInteger(handledAtMs)).toBe(true);
        }),
      );
    },
  );

  it('waits over a weekend with a holiday until the night before the office opens', () => {
    const handledAtMs = spreadBeforeOpening(
      calendar.closesAtMs('2026-11-20'),
      '0193a2b0-0000-7000-8000-000000000001',
      calendar,
    );
    expect(dateOfMs(handledAtMs)).toBe('2026-11-24');
    expect(handledAtMs).toBeGreaterThanOrEqual(msOfDate('2026-11-24', '00:30'));
    expect(handledAtMs).toBeLessThan(msOfDate('2026-11-24', '08:30'));
  });

  it('gives a record the same instant each time, and thousands with ids that count up are spread evenly over the eight hours', () => {
    const dueAtMs = calendar.closesAtMs('2027-03-31');
    const startMs = msOfDate('2027-04-01', '00:30');
    const perHour = new Array<number>(8).fill(0);
    for (let record = 0; record < 8_000; record += 1) {
      const id = `0193a2b0-0000-7000-8000-${String(record).padStart(12, '0')}`;
      const handledAtMs = spreadBeforeOpening(dueAtMs, id, calendar);
      expect(spreadBeforeOpening(dueAtMs, id, calendar)).toBe(handledAtMs);
      const hour = Math.floor((handledAtMs - startMs) / 3_600_000);
      perHour[hour] = (perHour[hour] ?? 0) + 1;
    }
    expect(perHour).toHaveLength(8);
    for (const records of perHour) expect(Math.abs(records - 1_000)).toBeLessThan(150);
  });
});
