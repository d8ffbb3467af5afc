import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CaseView, OlderEntries } from '#libs/views';
import pg from 'pg';
import {
  freshDatabase,
  testRolePasswords,
  type FreshDatabase,
} from '../../../../libs/persistence/src/testing/index.ts';
import { openApiBed } from '../testing/api-bed.ts';
import { JourneyDesk } from '../testing/journey-desk.ts';

// Real: PostgreSQL, executor, rules, access table, profile, the HTTP API (by inject). Driven: time. Counted: the rows that PostgreSQL sends.

let database: FreshDatabase;
let desk: JourneyDesk;
let caseId = '';

const { prototype } = (pg as unknown as { readonly Query: { readonly prototype: { handleDataRow: () => void } } })
  .Query;

beforeAll(async () => {
  database = await freshDatabase();
  const startMs = Date.UTC(2026, 5, 1, 0); // 2026-06-01 09:00 in Tokyo, a Monday
  const settings = { databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, startMs };
  desk = await JourneyDesk.open(await openApiBed(settings));
  caseId = await desk.openHousehold();
  await desk.handOver(caseId, 'kikan');
});

afterAll(async () => {
  await desk.bed.close();
  await database.drop();
});

/** Asks another agency to join, so many times in vain. */
async function askInVain(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const about = {
      personIds: (await desk.readCase(caseId)).persons.map(({ id }) => id),
      legalBasis: 'personalInformationAct27-1',
      reasonText: '家計が行き詰まっている。',
    };
    const body = { to: 'shakyo', purpose: 'join', main: false, messageText: '家計の相談をお願いします。', ...about };
    await desk.give(caseId, 'aoi', 'send-handoff', 'stage', body);
    const { handoffs } = await desk.readCase(caseId);
    const handoffId = handoffs.find(({ to, state }) => to === 'shakyo' && state === 'awaiting')?.id ?? '';
    const answer = { handoffId, reason: 'noCapacity', suggestion: 'otherAgency', answerText: '今は受けられません。' };
    await desk.give(caseId, 'makoto', 'decline-handoff', `handoff/${handoffId}`, answer);
  }
}

async function rowsOfPage(): Promise<number> {
  const rowsSent = jest.spyOn(prototype, 'handleDataRow');
  await desk.readCase(caseId);
  const { length } = rowsSent.mock.calls;
  rowsSent.mockRestore();
  return length;
}

describe('the page of a case that goes on and on', () => {
  it('reads no more rows when much more has left the state', async () => {
    await askInVain(8);
    const few = await rowsOfPage();
    expect(few).toBeGreaterThan(30);
    await askInVain(12);
    expect(await rowsOfPage()).toBe(few);
  });

  it('shows of a list what its state keeps, and reads on through all that has left, each once', async () => {
    const page = await desk.readCase(caseId);
    expect(page.handoffs).toHaveLength(6);
    expect(page.older.plans).toBeNull();
    const seen: CaseView['handoffs'][number][] = [];
    for (let next = page.older.handoffs; next !== null;) {
      const url = `/api/cases/${caseId}/older/handoffs?limit=6&after=${next}`;
      const read: OlderEntries = await desk.as('midori').get<OlderEntries>(url);
      expect(read.handoffs.length).toBeLessThanOrEqual(6);
      seen.unshift(...read.handoffs);
      next = read.next;
    }
    const all = [...seen, ...page.handoffs];
    expect(new Set(all.map(({ id }) => id)).size).toBe(21);
    expect(all).toHaveLength(21);
    expect(seen.map(({ answerText }) => answerText)).toEqual(seen.map(() => '今は受けられません。'));
  });
});
