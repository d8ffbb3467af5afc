import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, buildCalendar, compareDates, nationalHolidays } from './index.ts';
import { standardCalendarTables } from './testing/standard-tables.ts';
import type { CalendarTables } from './index.ts';

const standard = buildCalendar(standardCalendarTables);
const withTables = (tables: Partial<CalendarTables>) => buildCalendar({ ...standardCalendarTables, ...tables });
const dates = fc.integer({ min: 0, max: 1825 }).map((days) => addDays('2024-01-01', days));
const steps = fc.integer({ min: -600, max: 600 });

describe('open and closed days', () => {
  it.each([
    ['2026-11-20', undefined],
    ['2026-11-21', '土曜日'],
    ['2026-11-22', '日曜日'],
    ['2026-11-23', '祝日(勤労感謝の日)'],
    ['2026-05-03', '祝日(憲法記念日)'], // a Sunday, too
    ['2026-05-06', '祝日(振替休日)'],
    ['2026-05-07', undefined],
    ['2026-09-22', '祝日(国民の休日)'],
    ['2027-03-22', '祝日(振替休日)'],
    ['2026-12-28', undefined],
    ['2026-12-29', '年末年始'],
    ['2026-12-31', '年末年始'],
    ['2027-01-01', '祝日(元日)'],
    ['2027-01-02', '年末年始'], // a Saturday, too
    ['2027-01-03', '年末年始'],
    ['2027-01-04', undefined],
  ])('[R55] %s: %s', (on, reason) => {
    expect(standard.closedReason(on)).toBe(reason);
    expect(standard.isOpen(on)).toBe(reason === undefined);
  });

  it('[R55] local days close once or every year, within their years, and exceptions open whatever closed', () => {
    const calendar = withTables({
      localClosedDays: [
        { on: '06-23', name: '慰霊の日' },
        { on: '10-28', name: '県民の日', validFrom: '2025-04-01', validUntil: '2026-12-31' },
        { on: '2026-07-01', name: '庁舎移転' },
        { on: '02-29', name: 'うるう日' },
      ],
      exceptionallyOpen: ['2026-11-21', '2026-12-29'],
    });
    expect(['2025-06-23', '2026-06-23', '2027-06-23'].map(calendar.closedReason)).toEqual([
      '慰霊の日',
      '慰霊の日',
      '慰霊の日',
    ]);
    expect(['2024-10-28', '2025-10-28', '2026-10-28', '2027-10-28'].map(calendar.isOpen)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(['2026-07-01', '2027-07-01'].map(calendar.closedReason)).toEqual(['庁舎移転', undefined]);
    expect(calendar.closedReason('2024-02-29')).toBe('うるう日');
    expect(['2026-11-21', '2026-12-29', '2026-12-30'].map(calendar.isOpen)).toEqual([true, true, false]);
    expect(calendar.addOpenDays('2026-11-20', 1)).toBe('2026-11-21');
  });

  it('[R55] a desk has weekdays and hours of its own', () => {
    const desk = withTables({ closedWeekdays: [0], opensAt: '09:30', closesAt: '18:15' });
    expect(['2026-11-21', '2026-11-22'].map(desk.isOpen)).toEqual([true, false]);
    expect(new Date(desk.opensAtMs('2026-11-21')).toISOString()).toBe('2026-11-21T00:30:00.000Z');
    expect(new Date(desk.closesAtMs('2026-11-21')).toISOString()).toBe('2026-11-21T09:15:00.000Z');
  });

  it('[R55] the usual office day is 08:30 to 17:15 in Tokyo', () => {
    expect(new Date(standard.opensAtMs('2026-11-20')).toISOString()).toBe('2026-11-19T23:30:00.000Z');
    expect(new Date(standard.closesAtMs('2026-11-20')).toISOString()).toBe('2026-11-20T08:15:00.000Z');
  });

  it('[R55] the days at the end of the year are a setting, also without the turn of the year', () => {
    const calendar = withTables({ yearEnd: { from: '12-30', to: '12-31' } });
    expect(['2025-12-29', '2025-12-30', '2025-12-31', '2026-01-02'].map(calendar.closedReason)).toEqual([
      undefined,
      '年末年始',
      '年末年始',
      undefined,
    ]);
  });

  it('a holiday that the published table calls 休日 is named by its law', () => {
    expect(withTables({ holidays: [{ on: '2026-05-06', name: '休日' }] }).closedReason('2026-05-06')).toBe(
      '祝日法の休日',
    );
  });

  it.each<[string, Partial<CalendarTables>]>([
    ['an impossible 祝日', { holidays: [{ on: '2026-02-30', name: '無い日' }] }],
    ['an impossible local day', { localClosedDays: [{ on: '13-01', name: '無い日' }] }],
    ['an impossible start of a local day', { localClosedDays: [{ on: '06-23', name: '慰霊の日', validFrom: '2026' }] }],
    ['an impossible exception', { exceptionallyOpen: ['11-21'] }],
    ['an impossible end of the year', { yearEnd: { from: '12-32', to: '01-03' } }],
    ['an office that closes when it opens', { opensAt: '09:00', closesAt: '09:00' }],
    ['an hour that is none', { closesAt: '24:00' }],
    ['an office never open', { closedWeekdays: [0, 1, 2, 3, 4, 5, 6] }],
  ])('is not built from %s', (_what, tables) => {
    expect(() => withTables(tables)).toThrow(RangeError);
  });

  it('throws impossible dates and fractions back instead of counting on', () => {
    expect(() => standard.isOpen('2026-02-30')).toThrow('2026-02-30');
    expect(() => standard.closedReason('2026-02-30')).toThrow('2026-02-30');
    expect(() => standard.openDaysBetween('2026-02-27', '2026-02-30')).toThrow('2026-02-30');
    expect(() => standard.addOpenDays('2026-02-27', 1.5)).toThrow(RangeError);
    expect(() => standard.addOpenDays('0001-01-05', -10)).toThrow(RangeError);
  });
});

describe('moving and counting', () => {
  it.each([
    ['2026-05-02', '2026-05-07', '2026-05-01'],
    ['2026-05-06', '2026-05-07', '2026-05-01'],
    ['2026-09-22', '2026-09-24', '2026-09-18'],
    ['2027-03-22', '2027-03-23', '2027-03-19'],
    ['2026-12-29', '2027-01-04', '2026-12-28'],
    ['2026-11-20', '2026-11-20', '2026-11-20'],
  ])('[R57] a date on %s moves to %s, or back to %s', (on, next, previous) => {
    expect(standard.nextOpen(on)).toBe(next);
    expect(standard.previousOpen(on)).toBe(previous);
  });

  it.each([
    ['2026-12-28', 1, '2027-01-04'],
    ['2027-01-04', -1, '2026-12-28'],
    ['2026-05-01', 1, '2026-05-07'],
    ['2026-09-18', 1, '2026-09-24'],
    ['2027-03-19', 1, '2027-03-23'],
    ['2026-11-20', 3, '2026-11-26'],
    ['2026-11-21', 1, '2026-11-24'], // counting starts the day after a closed day, too
    ['2026-11-21', -1, '2026-11-20'],
    ['2026-11-21', 0, '2026-11-24'],
    ['2026-11-20', 0, '2026-11-20'],
  ])('[R58] %s and %i open days is %s', (from, days, expected) => {
    expect(standard.addOpenDays(from, days)).toBe(expected);
  });

  it.each([
    ['2026-12-28', '2027-01-04', 1],
    ['2027-01-04', '2026-12-28', -1],
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-23', 0],
    ['2026-11-20', '2026-11-26', 3],
    ['2026-04-01', '2027-03-31', 240],
  ])('[R58] from %s to %s there are %i open days', (from, to, expected) => {
    expect(standard.openDaysBetween(from, to)).toBe(expected);
  });

  it('[R58] counting agrees with walking day by day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 900 }), (from, days) => {
        let walked = 0;
        for (let day = 1; day <= days; day += 1)
          if (standard.closedReason(addDays(from, day)) === undefined) walked += 1;
        const to = addDays(from, days);
        expect(standard.openDaysBetween(from, to)).toBe(walked);
        expect(standard.openDaysBetween(to, from) + walked).toBe(0);
      }),
    );
  });

  it('[R58] the date that many open days away is open, and that many open days away; from an open day the way back leads home', () => {
    fc.assert(
      fc.property(dates, steps, (from, days) => {
        const start = standard.nextOpen(from);
        const reached = standard.addOpenDays(start, days);
        expect(standard.isOpen(reached)).toBe(true);
        expect(standard.openDaysBetween(start, reached)).toBe(days);
        expect(standard.addOpenDays(reached, -days)).toBe(start);
      }),
    );
  });

  it('[R58] adding open days keeps the order of dates', () => {
    fc.assert(
      fc.property(dates, dates, steps, (one, other, days) => {
        const [earlier = one, later = other] = [one, other].sort(compareDates);
        expect(
          compareDates(standard.addOpenDays(earlier, days), standard.addOpenDays(later, days)),
        ).toBeLessThanOrEqual(0);
        expect(
          compareDates(standard.addOpenDays(earlier, days), standard.addOpenDays(earlier, days + 1)),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('[R57] the next open day is the nearest one, and stays where it is when asked again; the previous one likewise', () => {
    fc.assert(
      fc.property(dates, (on) => {
        const next = standard.nextOpen(on);
        const previous = standard.previousOpen(on);
        expect([standard.isOpen(next), standard.isOpen(previous)]).toEqual([true, true]);
        expect([standard.nextOpen(next), standard.previousOpen(previous)]).toEqual([next, previous]);
        expect(compareDates(previous, on) <= 0 && compareDates(on, next) <= 0).toBe(true);
        for (let day = addDays(previous, 1); compareDates(day, next) < 0; day = addDays(day, 1))
          expect(standard.isOpen(day)).toBe(false);
      }),
    );
  });
});

describe('years that the table knows', () => {
  it('[R56] a 年度 is known when its days and the 春分の日 of the next spring are in the table', () => {
    expect([2023, 2024, 2026, 2027, 2028].map(standard.coversYear)).toEqual([false, true, true, true, false]);
    const until2027 = withTables({ holidays: nationalHolidays.filter(({ on }) => on < '2028-01-01') });
    expect([2026, 2027].map(until2027.coversYear)).toEqual([true, false]);
  });

  it('[R56] one stray day does not make a year known', () => {
    const stray = withTables({ holidays: [...nationalHolidays, { on: '2029-01-01', name: '元日' }] });
    expect(stray.coversYear(2028)).toBe(false);
  });
});
