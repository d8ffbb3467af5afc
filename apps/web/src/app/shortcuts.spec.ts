import { describe, expect, it } from '@jest/globals';
import { shortcutOf } from './shortcuts.ts';

describe('keys', () => {
  it.each([
    ['w', '/work'],
    ['c', '/cases'],
    ['m', '/sittings'],
    ['b', '/board'],
  ])('leads after g with %s to %s', (key, to) => {
    expect(shortcutOf('g', false)).toEqual({ kind: 'await-place' });
    expect(shortcutOf(key, true)).toEqual({ kind: 'go', to });
  });

  it('does nothing for a place key without g, and forgets g after another key', () => {
    expect(shortcutOf('w', false)).toBeUndefined();
    expect(shortcutOf('x', true)).toBeUndefined();
  });

  it('begins a case with n and shows the list with ?', () => {
    expect(shortcutOf('n', false)).toEqual({ kind: 'go', to: '/cases/new' });
    expect(shortcutOf('?', false)).toEqual({ kind: 'help' });
  });
});
