import { describe, expect, it } from '@jest/globals';
import type { UpcomingView } from '#libs/views';
import { upcomingGroups } from './upcoming-groups.ts';

const again = (agency: string, on = '2026-06-22'): UpcomingView => ({
  on,
  step: 'reminder',
  kind: 'sheet',
  key: `sheet/1/${agency}`,
  about: agency,
  holder: { agency, post: 'staff' },
});

describe('what happens by itself', () => {
  it('tells the same thing on the same day for several bodies once, and other days apart', () => {
    const groups = upcomingGroups([again('care'), again('health'), again('care', '2026-06-24')]);
    expect(groups.map(({ event, holders }) => [event.on, holders])).toEqual([
      ['2026-06-22', 2],
      ['2026-06-24', 1],
    ]);
  });
});
