import { describe, expect, it } from '@jest/globals';
import { conflictChoice } from './conflict-choice.ts';

const conflict = { part: 'consent/p1', version: 3, submitted: { status: 'refused' } };

describe('whoever was not quick enough', () => {
  it('compares what stands with what was typed, and may send it when it can succeed', () => {
    const read = { ...conflict, current: { status: 'given' } };
    expect(conflictChoice(read, undefined)).toMatchObject({
      intro: expect.stringContaining('見くらべて'),
      goesOn: true,
      hint: expect.stringContaining('あなたの入力をもう一度送れる'),
    });
    expect(conflictChoice(read, 'すでに終わりました。')).toMatchObject({
      goesOn: false,
      hint: 'いまは送れません。すでに終わりました。',
    });
  });

  it('is told nothing to compare and offered nothing to go on with, where what stands may not be read', () => {
    const { intro, goesOn, hint } = conflictChoice(conflict, undefined);
    expect(intro).toContain('見る権限がない');
    expect(intro).not.toContain('見くらべて');
    expect([goesOn, hint]).toEqual([false, undefined]);
    expect(conflictChoice(conflict, 'すでに終わりました。').hint).toBe('いまは送れません。すでに終わりました。');
  });
});
