import { describe, expect, it } from '@jest/globals';
import { dueGroupOf, groupedByDue } from './due-groups.ts';

const friday = '2026-11-20';
const item = (dueOn: string, more: { readonly overdue?: boolean; readonly urgent?: boolean } = {}) => ({
  dueOn,
  overdue: false,
  urgent: false,
  ...more,
});

describe('things owed, by due date', () => {
  it.each([
    ['2026-11-19', 'overdue'],
    ['2026-11-20', 'today'],
    ['2026-11-22', 'thisWeek'],
    ['2026-11-23', 'later'],
  ] as const)('puts %s under %s on Friday 20 November', (dueOn, group) => {
    expect(dueGroupOf(item(dueOn), friday)).toBe(group);
  });

  it('counts a thing of today as overdue once the server says so, since a due day ends with the office', () => {
    expect(dueGroupOf(item(friday, { overdue: true }), friday)).toBe('overdue');
  });

  it('ends the week on the very Sunday when today is one', () => {
    expect(dueGroupOf(item('2026-11-23'), '2026-11-22')).toBe('later');
  });

  it('shows 急ぐ first within a heading, then the earlier date, and leaves empty headings out', () => {
    const late = item('2026-12-10');
    const urgent = item('2026-12-11', { urgent: true });
    const soon = item('2026-12-01');
    const over = item('2026-11-02');
    expect(groupedByDue([late, urgent, soon, over], friday)).toEqual([
      { group: 'overdue', items: [over] },
      { group: 'later', items: [urgent, soon, late] },
    ]);
  });
});
