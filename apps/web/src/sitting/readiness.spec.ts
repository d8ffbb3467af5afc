import { describe, expect, it } from '@jest/globals';
import { sittingDefinition } from '#libs/domain';
import { readinessOf } from './readiness.ts';
import { likelyPurpose, purposesOf } from './placing-form.ts';

describe('can this sitting decide', () => {
  it('tells apart who must be there and is silent from who must be there and will not come', () => {
    const readiness = readinessOf([
      { agency: 'a', required: true, reply: null },
      { agency: 'b', required: true, reply: 'absent' },
      { agency: 'c', required: true, reply: 'written' },
      { agency: 'd', required: false, reply: null },
    ]);
    expect(readiness).toEqual({ invited: 4, answered: 2, requiredSilent: ['a'], requiredAbsent: ['b'] });
  });
});

describe('placing a case on a meeting', () => {
  it('offers the purpose of the stage first, and one that the kind of meeting has', () => {
    for (const stage of ['handoff', 'adequacyReview', 'evaluation', 'interrupted'] as const) {
      for (const kind of ['supportMeeting', 'planMeeting'] as const)
        expect(purposesOf[kind]).toContain(likelyPurpose(kind, stage));
    }
    expect(likelyPurpose('planMeeting', 'evaluation')).toBe('evaluation');
  });

  it('adds an item without a version, since what others add raises no conflict', () => {
    expect(sittingDefinition.partOf({ type: 'add-item' } as never)).toBeUndefined();
  });
});
