import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CaseRow, Page } from '#libs/views';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { openApiBed } from './testing/api-bed.ts';
import { JourneyDesk } from './testing/journey-desk.ts';
import { openToldHousehold, type Household } from './testing/told-household.ts';

// What a line of the list of cases says to whom, over HTTP. Real: PostgreSQL, executor, rules, access table, profile, procedures. Driven: time.

let database: FreshDatabase;
let desk: JourneyDesk;
let household: Household;

beforeAll(async () => {
  database = await freshDatabase();
  const settings = {
    databaseUrl: database.ownerUrl,
    rolePasswords: testRolePasswords,
    startMs: Date.UTC(2026, 5, 1, 0),
  };
  desk = await JourneyDesk.open(await openApiBed(settings));
  household = await openToldHousehold(desk);
  const { caseId, mother } = household;
  await desk.callMeeting('supportMeeting', 10, { caseId, purpose: 'direction', personIds: [mother] }, ['houkatsu']);
});

afterAll(async () => {
  await desk.bed.close();
  await database.drop();
});

const line = async (login: string): Promise<CaseRow | undefined> =>
  (await desk.as(login).get<Page<CaseRow>>('/api/cases')).items.find(({ recordId }) => recordId === household.caseId);

it('[R65] tells the receiver of a つなぎ neither that the case is on a 支援会議 nor why it does not move', async () => {
  await desk.passToDay(desk.calendar.addOpenDays(desk.today, 9));
  expect(await line('aoi')).toMatchObject({ track: 'reviewing', cause: expect.any(String) as unknown });
  expect(await line('midori')).toMatchObject({ track: 'reviewing' });
  expect(await line('shigeru')).toMatchObject({ track: 'none' });
  const { obligations } = await desk.readCase(household.caseId, 'shigeru');
  expect(obligations.every(({ holder }) => holder.agency === 'kikan')).toBe(true);
});

it('[R64] a stale answer shows no state of the track to an agency without its ground, and is written down where it shows something', async () => {
  const { caseId, mother } = household;
  const stale = async (login: string, command: string, body: object): Promise<unknown> =>
    (
      await desk
        .as(login)
        .send('POST', `/api/cases/${caseId}/${command}`, { commandId: crypto.randomUUID(), partVersion: 99, ...body })
    ).body;
  const contact = { on: desk.today, text: '事前調整。' };
  expect(await stale('shigeru', 'record-pre-contact', contact)).toMatchObject({ status: 403 });
  expect(JSON.stringify(await stale('shigeru', 'record-pre-contact', contact))).not.toContain('reviewing');
  const review = { nextReviewOn: null, text: '終える。' };
  expect(await stale('aoi', 'review-track', review)).toMatchObject({ conflict: { current: { state: 'reviewing' } } });
  expect(mother).not.toBe('');
});
