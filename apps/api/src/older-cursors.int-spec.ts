import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryEntry, LeavingList, OlderEntries, Page } from '#libs/views';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { openApiBed } from './testing/api-bed.ts';
import { JourneyDesk } from './testing/journey-desk.ts';
import { openLongHousehold, type LongHousehold } from './testing/long-household.ts';

// What a cursor tells, over HTTP. Real: PostgreSQL, executor, rules, access table, profile, procedures, the key of the house.

let database: FreshDatabase;
let desk: JourneyDesk;
let household: LongHousehold;
let cases: string;

beforeAll(async () => {
  database = await freshDatabase();
  const startMs = Date.UTC(2026, 5, 1, 0);
  const settings = { databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, startMs };
  desk = await JourneyDesk.open(await openApiBed(settings));
  household = await openLongHousehold(desk);
  cases = `/api/cases/${household.caseId}`;
});

afterAll(async () => {
  await desk.bed.close();
  await database.drop();
});

const statusOf = async (login: string, url: string): Promise<number> => (await desk.as(login).send('GET', url)).status;
const older = async (login: string, list: LeavingList, query = ''): Promise<OlderEntries> =>
  desk.as(login).get<OlderEntries>(`${cases}/older/${list}?${query}`);
const cursor = (login: string, list: string, ...key: readonly unknown[]): string =>
  desk.bed.cursor(login, list, ...key);
const left = (list: LeavingList): string => `left/${household.caseId}/${list}`;
/** As it was before cursors were sealed. */
const readable = (...key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

describe('a cursor', () => {
  it('[R65] takes a cursor for its reader and list alone; one of another, an older readable one and what is none are mistakes', async () => {
    const own = left('contacts');
    const mistakes = [
      ...['x', readable(), readable(1, 'x'), readable(2 ** 31 - 1, '~')],
      ...[[], [1], ['1', 'x'], [-1, 'x'], [1, 'a\0'], [1, 'x', 2]].map((key) => cursor('hiroshi', own, ...key)),
      (await older('aoi', 'contacts', 'limit=1')).next ?? '',
      cursor('aoi', own, 1, 'x'),
      cursor('hiroshi', left('placements'), 1, 'x'),
    ];
    for (const after of mistakes)
      expect([after, await statusOf('hiroshi', `${cases}/older/contacts?after=${after}`)]).toEqual([after, 400]);
    const newest = (login: string): string => `after=${cursor(login, left('placements'), 2 ** 31 - 1, '~')}`;
    expect((await older('hiroshi', 'placements', newest('hiroshi'))).placements).toHaveLength(1);
    expect((await older('shigeru', 'placements', newest('shigeru'))).placements).toEqual([]);
  });

  it('[R65] counts nothing in a cursor: two readers of the same page hold the same length, and nothing to compare', async () => {
    const nextOf = async (login: string): Promise<string> =>
      (await desk.as(login).get<Page<HistoryEntry>>(`${cases}/history?limit=1`)).next ?? '';
    const cursors = [await nextOf('aoi'), await nextOf('hiroshi'), await nextOf('hiroshi')];
    expect(new Set(cursors).size).toBe(3);
    expect(new Set(cursors.map(({ length }) => length)).size).toBe(1);
    for (const one of cursors) expect(Buffer.from(one, 'base64url').toString('latin1')).not.toMatch(/\[\d+\]/u);
  });
});
