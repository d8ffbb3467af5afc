import { describe, expect, it } from '@jest/globals';
import type { ObligationView, UpcomingView } from '#libs/views';
import { upcomingGroups, upcomingLines } from './upcoming-groups.ts';

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

  it('holds what is only waited for among the steps, by date, and no task of a person', () => {
    const owed = (key: string, dueOn: string, changes: Partial<ObligationView>): ObligationView => ({
      key,
      kind: 'sitting-awaited',
      holder: { agency: 'office', post: 'coordinator' },
      holderName: null,
      about: null,
      action: null,
      askedOn: '2026-06-01',
      dueOn,
      overdue: false,
      blocking: true,
      byItself: true,
      next: null,
      steps: [],
      ...changes,
    });
    const lines = upcomingLines(upcomingGroups([again('care')]), [
      owed('sitting-awaited/1', '2026-06-23', {}),
      owed('evaluation/1', '2026-06-20', { next: { step: 'start', on: '2026-06-01' } }),
      owed('plan-draft/1', '2026-06-21', { byItself: false }),
    ]);
    expect(lines.map(({ on, waiting, group }) => [on, waiting?.key ?? group?.event.step])).toEqual([
      ['2026-06-22', 'reminder'],
      ['2026-06-23', 'sitting-awaited/1'],
    ]);
  });
});
