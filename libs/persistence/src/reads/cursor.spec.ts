import { describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { cursorsOf, sealCursors } from '../connection/cursor-seal.ts';
import { TextCipher } from '../text/text-cipher.ts';
import { CursorError, cursorOf, pagedList, pageOf } from './cursor.ts';

const town = {} as DataSource;
sealCursors(town, new TextCipher(Buffer.alloc(32, 7).toString('base64')));
const readBy = (actor: string, ...name: readonly string[]): ReturnType<typeof pagedList> =>
  pagedList({ cursors: cursorsOf(town, { municipality: 'town', actor }) }, ...name);
const list = readBy('aoi', 'history', 'case-1');

const id = '0199a1b2-c3d4-7e5f-8a6b-0123456789ab';
const made = (key: unknown): string => list.cursors.seal(JSON.stringify(key), list.name);

describe('a cursor', () => {
  it('gives back the key it was made of', () => {
    const { next } = pageOf(list, [1, 2], 1, () => [3, 'infinity', id]);
    expect(cursorOf(list, { after: next ?? '' }, ['rank', 'date', 'uuid'])).toEqual([3, 'infinity', id]);
    expect(cursorOf(list, { after: made(['2026-02-28', id, 'x']) }, ['date', 'uuid', 'text'])).toEqual([
      '2026-02-28',
      id,
      'x',
    ]);
    expect(cursorOf(list, { after: '' }, ['uuid'])).toBeUndefined();
  });

  it('of a page without rows stands before the first of them, where there are any', () => {
    const { items, next } = pageOf(list, [2], 0, (row) => [row], [3]);
    expect(items).toEqual([]);
    expect(cursorOf(list, { after: next ?? '' }, ['rank'])).toEqual([3]);
    expect(pageOf<number>(list, [], 0, (row) => [row], [3]).next).toBeNull();
  });

  it.each([
    ['no seal of ours', 'nonsense'],
    ['readable, as once', Buffer.from(JSON.stringify([id])).toString('base64url')],
    ['no JSON', list.cursors.seal('x', list.name)],
    ['no list', made({ id })],
    ['too short a list', made([])],
    ['an id that is none', made(['x'])],
    ['a number for an id', made([7])],
  ])('that is %s is none of ours', (_what, after) => {
    expect(() => cursorOf(list, { after }, ['uuid'])).toThrow(CursorError);
  });

  it.each([['2026-02-30'], ['2026-13-01'], ['0000-01-01'], ['tomorrow'], ['2026-01-01 BC'], [20_260_101]])(
    'with the date %s is none of ours',
    (date) => {
      expect(() => cursorOf(list, { after: made([date, id]) }, ['date', 'uuid'])).toThrow(CursorError);
    },
  );

  it.each([[1.5], [-1], [1e12], ['1']])('with the rank %s is none of ours', (rank) => {
    expect(() => cursorOf(list, { after: made([rank]) }, ['rank'])).toThrow(CursorError);
  });

  it('with a text that PostgreSQL cannot hold is none of ours', () => {
    expect(() => cursorOf(list, { after: made(['a\0b']) }, ['text'])).toThrow(CursorError);
  });

  it('[R65] is good for its reader and its list alone, and for no changed letter', () => {
    const after = made([41]);
    expect(cursorOf(list, { after }, ['count'])).toEqual([41]);
    for (const other of [readBy('hiroshi', 'history', 'case-1'), readBy('aoi', 'history', 'case-2')])
      expect(() => cursorOf(other, { after }, ['count'])).toThrow(CursorError);
    const changed = `${after.slice(0, 30)}${after[30] === 'A' ? 'B' : 'A'}${after.slice(31)}`;
    expect(() => cursorOf(list, { after: changed }, ['count'])).toThrow(CursorError);
  });

  it('[R65] tells by neither letter nor length how much was passed over', () => {
    const cursors = [made([1]), made([1]), made([2 ** 31 - 1])];
    expect(new Set(cursors).size).toBe(3);
    expect(new Set(cursors.map(({ length }) => length)).size).toBe(1);
  });

  it('is not made over connections without a key', () => {
    const keyless = pagedList({ cursors: cursorsOf({} as DataSource, { municipality: 'town' }) }, 'cases');
    expect(() => pageOf(keyless, [1, 2], 1, (row) => [row])).toThrow('no key for cursors');
  });
});
