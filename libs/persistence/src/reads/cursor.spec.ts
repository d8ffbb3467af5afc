import { describe, expect, it } from '@jest/globals';
import { CursorError, cursorOf, pageOf } from './cursor.ts';

const id = '0199a1b2-c3d4-7e5f-8a6b-0123456789ab';
const made = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

describe('a cursor', () => {
  it('gives back the key it was made of', () => {
    const { next } = pageOf([1, 2], 1, () => [3, 'infinity', id]);
    expect(cursorOf({ after: next ?? '' }, ['rank', 'date', 'uuid'])).toEqual([3, 'infinity', id]);
    expect(cursorOf({ after: made(['2026-02-28', id, 'x']) }, ['date', 'uuid', 'text'])).toEqual([
      '2026-02-28',
      id,
      'x',
    ]);
    expect(cursorOf({ after: '' }, ['uuid'])).toBeUndefined();
  });

  it('of a page without rows stands before the first of them, where there are any', () => {
    const { items, next } = pageOf([2], 0, (row) => [row], [3]);
    expect(items).toEqual([]);
    expect(cursorOf({ after: next ?? '' }, ['rank'])).toEqual([3]);
    expect(pageOf<number>([], 0, (row) => [row], [3]).next).toBeNull();
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['no list', made({ id })],
    ['too short a list', made([])],
    ['an id that is none', made(['x'])],
    ['a number for an id', made([7])],
  ])('that is %s is none of ours', (_what, after) => {
    expect(() => cursorOf({ after }, ['uuid'])).toThrow(CursorError);
  });

  it.each([['2026-02-30'], ['2026-13-01'], ['0000-01-01'], ['tomorrow'], ['2026-01-01 BC'], [20_260_101]])(
    'with the date %s is none of ours',
    (date) => {
      expect(() => cursorOf({ after: made([date, id]) }, ['date', 'uuid'])).toThrow(CursorError);
    },
  );

  it.each([[1.5], [-1], [1e12], ['1']])('with the rank %s is none of ours', (rank) => {
    expect(() => cursorOf({ after: made([rank]) }, ['rank'])).toThrow(CursorError);
  });

  it('with a text that PostgreSQL cannot hold is none of ours', () => {
    expect(() => cursorOf({ after: made(['a\0b']) }, ['text'])).toThrow(CursorError);
  });
});
