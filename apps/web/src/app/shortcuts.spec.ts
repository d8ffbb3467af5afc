import { describe, expect, it } from '@jest/globals';
import { keyRowsFor, shortcutOf } from './shortcuts.ts';

const all = { mayOpen: true, mayBoard: true };

describe('keys', () => {
  it.each([
    ['w', '/work'],
    ['c', '/cases'],
    ['m', '/sittings'],
    ['b', '/board'],
  ])('leads after g with %s to %s', (key, to) => {
    expect(shortcutOf('g', false, all)).toEqual({ kind: 'await-place' });
    expect(shortcutOf(key, true, all)).toEqual({ kind: 'go', to });
  });

  it('does nothing for a place key without g, and forgets g after another key', () => {
    expect(shortcutOf('w', false, all)).toBeUndefined();
    expect(shortcutOf('x', true, all)).toBeUndefined();
  });

  it('begins a case with n and shows the list with ?', () => {
    expect(shortcutOf('n', false, all)).toEqual({ kind: 'go', to: '/cases/new' });
    expect(shortcutOf('?', false, all)).toEqual({ kind: 'help' });
  });

  it('neither goes nor says that it would where somebody may not: a case to take in, 進行管理', () => {
    const none = { mayOpen: false, mayBoard: false };
    expect(shortcutOf('n', false, none)).toBeUndefined();
    expect(shortcutOf('b', true, none)).toBeUndefined();
    const labels = keyRowsFor(all).map(({ label }) => label);
    expect(labels).toContain('keys.newCase');
    expect(keyRowsFor(none).map(({ label }) => label)).toEqual(
      labels.filter((label) => label !== 'keys.newCase' && label !== 'keys.board'),
    );
  });
});
