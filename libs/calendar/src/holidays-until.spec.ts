import { describe, expect, it } from '@jest/globals';
import { buildCalendar, holidaysUntil } from './index.ts';
import { standardCalendarTables } from './testing/standard-tables.ts';

describe('holidaysUntil', () => {
  it('[R56] is the end of the last 年度 that the table covers without a gap', () => {
    expect(holidaysUntil(buildCalendar(standardCalendarTables), '2026-11-20')).toBe('2028-03-31');
    expect(holidaysUntil({ coversYear: (year) => [2026, 2028].includes(year) }, '2027-03-31')).toBe('2027-03-31');
  });

  it('is nothing when the 年度 of today is missing', () => {
    expect(holidaysUntil({ coversYear: () => false }, '2026-11-20')).toBeNull();
  });
});
