import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, compareDates, dateOfMs, isIsoDate, msOfDate } from './index.ts';

const msPerDay = 86_400_000;
const epochDays = fc.integer({ min: -40_000, max: 90_000 });
const isoOf = (day: number): string => new Date(day * msPerDay).toISOString().slice(0, 10);

describe('civil dates', () => {
  it.each(['2026-11-20', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a date', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-01',
    '2026/01/01',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-0a-01',
    '２０２６-01-01',
    '',
  ])('"%s" is not a date', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  it('adding days agrees with the proleptic Gregorian calendar of the platform, over 350 years', () => {
    fc.assert(
      fc.property(epochDays, fc.integer({ min: -800, max: 800 }), (day, days) => {
        expect(addDays(isoOf(day), days)).toBe(isoOf(day + days));
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-20', 3, '2027-02-20'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 0, '2026-08-31'],
  ])('%s and %i months is %s', (on, months, expected) => {
    expect(addMonths(on, months)).toBe(expected);
  });

  it('dates order as their days do', () => {
    fc.assert(
      fc.property(epochDays, epochDays, (left, right) => {
        expect(compareDates(isoOf(left), isoOf(right))).toBe(Math.sign(left - right));
      }),
    );
  });

  it('impossible dates, fractions and years beyond 9999 are thrown back', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('2026-02-30');
    expect(() => addDays('2026-02-28', 0.5)).toThrow(RangeError);
    expect(() => addMonths('2026-02-28', Number.NaN)).toThrow(RangeError);
    expect(() => compareDates('2026-02-28', 'tomorrow')).toThrow('tomorrow');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('0001-01-31', -1)).toThrow(RangeError);
  });
});

describe('instants in Asia/Tokyo', () => {
  it.each([
    ['2026-11-20', '00:00', '2026-11-19T15:00:00.000Z'],
    ['2026-11-20', '08:59', '2026-11-19T23:59:00.000Z'],
    ['2026-11-20', '17:15', '2026-11-20T08:15:00.000Z'],
    ['1969-12-31', '23:59', '1969-12-31T14:59:00.000Z'],
  ])('%s %s is %s', (on, clock, utc) => {
    expect(new Date(msOfDate(on, clock)).toISOString()).toBe(utc);
  });

  it.each(['24:00', '12:60', '9:00', '0900', '12-30', '12:3x', ''])('"%s" is no time of a day', (clock) => {
    expect(() => msOfDate('2026-11-20', clock)).toThrow(RangeError);
  });

  it('the date changes at midnight in Tokyo, which is 15:00 UTC', () => {
    expect(dateOfMs(Date.UTC(2026, 10, 20, 14, 59, 59, 999))).toBe('2026-11-20');
    expect(dateOfMs(Date.UTC(2026, 10, 20, 15, 0, 0, 0))).toBe('2026-11-21');
    expect(dateOfMs(-1)).toBe('1970-01-01');
    expect(dateOfMs(-9 * 3_600_000 - 1)).toBe('1969-12-31');
    expect(() => dateOfMs(Number.NaN)).toThrow(RangeError);
  });

  it('an instant lies on the date it was made from', () => {
    fc.assert(
      fc.property(epochDays, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(dateOfMs(msOfDate(isoOf(day), clock))).toBe(isoOf(day));
      }),
    );
  });
});
