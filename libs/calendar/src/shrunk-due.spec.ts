import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, buildCalendar, compareDates, shrunkDue } from './index.ts';
import { standardCalendarTables } from './testing/standard-tables.ts';

const calendar = buildCalendar(standardCalendarTables);
const reply = { wantedOpenDaysBefore: 5, standardLead: 10 };
const dates = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2024-01-04', days));

describe('due dates before a sitting', () => {
  it.each([
    ['with the standard lead, as far before as wanted', '2026-10-19', '2026-11-02', '2026-10-26'],
    ['with more, no farther', '2026-09-01', '2026-11-02', '2026-10-26'],
    ['with half the lead, half as far (2.5 days count as 3)', '2026-10-26', '2026-11-02', '2026-10-28'],
    ['with two open days, the one between', '2026-10-29', '2026-11-02', '2026-10-30'],
    ['with one, the sitting’s own day', '2026-10-30', '2026-11-02', '2026-11-02'],
    ['on the day itself, that day', '2026-11-02', '2026-11-02', '2026-11-02'],
    ['on a Saturday asked for on Friday, the Friday', '2026-10-30', '2026-10-31', '2026-10-30'],
    ['on a Sunday asked for on Saturday, the Sunday', '2026-10-31', '2026-11-01', '2026-11-01'],
    ['asked after it was held, the day of asking', '2026-11-04', '2026-11-02', '2026-11-04'],
  ])('[R30] %s', (_when, askedOn, heldOn, due) => {
    expect(shrunkDue(calendar, { ...reply, askedOn, heldOn })).toBe(due);
  });

  it('[R30] nothing wanted before still comes before the day of the sitting', () => {
    expect(
      shrunkDue(calendar, { askedOn: '2026-10-19', heldOn: '2026-11-02', wantedOpenDaysBefore: 0, standardLead: 10 }),
    ).toBe('2026-10-30');
  });

  it('[R30] is never in the past, and with two open days or more after the day of asking, open, and before the sitting', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 0, max: 60 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 30 }),
        (askedOn, days, wantedOpenDaysBefore, standardLead) => {
          const heldOn = addDays(askedOn, days);
          const due = shrunkDue(calendar, { askedOn, heldOn, wantedOpenDaysBefore, standardLead });
          expect(compareDates(due, askedOn)).toBeGreaterThanOrEqual(0);
          expect(compareDates(due, heldOn)).toBeLessThanOrEqual(0);
          if (calendar.openDaysBetween(askedOn, heldOn) >= 2) {
            expect(calendar.isOpen(due)).toBe(true);
            expect(compareDates(due, askedOn)).toBe(1);
            expect(compareDates(due, heldOn)).toBe(-1);
          }
        },
      ),
    );
  });

  it('[R30] from a lead of two open days on, a later sitting never makes the date earlier', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 2, max: 60 }), (askedOn, lead) => {
        const dueFor = (openDays: number) =>
          shrunkDue(calendar, { ...reply, askedOn, heldOn: calendar.addOpenDays(askedOn, openDays) });
        expect(compareDates(dueFor(lead), dueFor(lead + 1))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each([
    [{ ...reply, standardLead: 0 }],
    [{ ...reply, standardLead: 2.5 }],
    [{ ...reply, wantedOpenDaysBefore: -1 }],
  ])('settings that cannot be are thrown back: %j', (settings) => {
    expect(() => shrunkDue(calendar, { ...settings, askedOn: '2026-10-19', heldOn: '2026-11-02' })).toThrow(RangeError);
  });
});
