import { describe, expect, it } from '@jest/globals';
import { mainStages, standingOf } from './stage-order.ts';

describe('the stage bar', () => {
  it('marks only stages that were passed: what a case skipped is not behind it', () => {
    const passed = ['intake', 'screening', 'handoff'] as const;
    const past = mainStages.filter((stage) => standingOf(stage, 'assessment', passed) === 'past');
    expect(past).toEqual(['intake', 'screening', 'handoff']);
    expect(standingOf('assessment', 'assessment', passed)).toBe('now');
    expect(standingOf('accepted', 'assessment', passed)).toBe('ahead');
  });

  it('marks nothing ahead that an earlier round had passed', () => {
    const passed = ['intake', 'screening', 'handoff', 'accepted', 'assessment', 'planning', 'support'] as const;
    expect(standingOf('support', 'planning', passed)).toBe('ahead');
    expect(mainStages.filter((stage) => standingOf(stage, 'closed', ['intake']) === 'past')).toEqual(['intake']);
  });
});
