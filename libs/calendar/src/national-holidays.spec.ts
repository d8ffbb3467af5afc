import { describe, expect, it } from '@jest/globals';
import { nationalHolidays } from './index.ts';

// The oracle: 国民の祝日に関する法律 (as in force since 2022) read as rules, with the platform's UTC calendar. Shares nothing with the table.
const dayMs = 86_400_000;
const utc = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function nthMonday(year: number, month: number, n: number): number {
  const first = utc(year, month, 1);
  return first + (((8 - new Date(first).getUTCDay()) % 7) + (n - 1) * 7) * dayMs;
}

/** 略算式 of the equinoxes, valid 1980 to 2099. */
function equinox(year: number, month: 3 | 9): number {
  const base = month === 3 ? 20.8431 : 23.2488;
  return utc(year, month, Math.floor(base + 0.242194 * (year - 1980)) - Math.floor((year - 1980) / 4));
}

function holidaysByLaw(year: number): Map<number, string> {
  const days = new Map<number, string>([
    [utc(year, 1, 1), '元日'],
    [nthMonday(year, 1, 2), '成人の日'],
    [utc(year, 2, 11), '建国記念の日'],
    [utc(year, 2, 23), '天皇誕生日'],
    [equinox(year, 3), '春分の日'],
    [utc(year, 4, 29), '昭和の日'],
    [utc(year, 5, 3), '憲法記念日'],
    [utc(year, 5, 4), 'みどりの日'],
    [utc(year, 5, 5), 'こどもの日'],
    [nthMonday(year, 7, 3), '海の日'],
    [utc(year, 8, 11), '山の日'],
    [nthMonday(year, 9, 3), '敬老の日'],
    [equinox(year, 9), '秋分の日'],
    [nthMonday(year, 10, 2), 'スポーツの日'],
    [utc(year, 11, 3), '文化の日'],
    [utc(year, 11, 23), '勤労感謝の日'],
  ]);
  const named = new Set(days.keys());
  for (const day of named) {
    if (new Date(day).getUTCDay() === 0) {
      let moved = day + dayMs; // 第3条第2項: the nearest day after that is no 祝日
      while (named.has(moved)) moved += dayMs;
      days.set(moved, '振替休日');
    }
  }
  for (const day of named) {
    const between = day + dayMs; // 第3条第3項: the day before and the day after are 祝日
    if (named.has(between + dayMs) && !days.has(between)) days.set(between, '国民の休日');
  }
  return days;
}

describe('the shipped table of 祝日', () => {
  it.each([2024, 2025, 2026, 2027, 2028])('[R56] holds for %i just the days that follow from the 祝日法', (year) => {
    const expected = [...holidaysByLaw(year)]
      .sort(([left], [right]) => left - right)
      .map(([ms, name]) => ({ on: iso(ms), name }));
    expect(nationalHolidays.filter(({ on }) => on.startsWith(`${year}-`))).toEqual(expected);
  });

  it('[R56] has no day outside 2024 to 2028 and none twice', () => {
    const days = nationalHolidays.map(({ on }) => on);
    expect(days.filter((on) => on < '2024-01-01' || on > '2028-12-31')).toEqual([]);
    expect(new Set(days).size).toBe(days.length);
  });

  it.each([
    ['2026-05-06', '振替休日'],
    ['2026-09-22', '国民の休日'],
    ['2027-03-22', '振替休日'],
  ])('[R55] names %s as %s', (on, name) => {
    expect(nationalHolidays).toContainEqual({ on, name });
  });
});
