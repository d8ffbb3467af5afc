import { describe, expect, it } from '@jest/globals';
import { keyRowsFor, shortcutOf } from './shortcuts.ts';

describe('keys', () => {
  it.each([
    ['w', '/work'],
    ['c', '/cases'],
    ['m', '/sittings'],
    ['b', '/board'],
  ])('leads after g with %s to %s', (key, to) => {
    expect(shortcutOf('g', false, true)).toEqual({ kind: 'await-place' });
    expect(shortcutOf(key, true, true)).toEqual({ kind: 'go', to });
  });

  it('does nothing for a place key without g, and forgets g after another key', () => {
    expect(shortcutOf('w', false, true)).toBeUndefined();
    expect(shortcutOf('x', true, true)).toBeUndefined();
  });

  it('begins a case with n and shows the list with ?', () => {
    expect(shortcutOf('n', false, true)).toEqual({ kind: 'go', to: '/cases/new' });
    expect(shortcutOf('?', false, true)).toEqual({ kind: 'help' });
  });

  it('neither begins a case nor says that n would, for who may not take one in', () => {
    expect(shortcutOf('n', false, false)).toBeUndefined();
    const labels = (mayOpen: boolean) => keyRowsFor(mayOpen).map(({ label }) => label);
    expect(labels(true)).toContain('keys.newCase');
    expect(labels(false)).toEqual(labels(true).filter((label) => label !== 'keys.newCase'));
  });
});
