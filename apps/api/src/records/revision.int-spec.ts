import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RevisionView } from '#libs/views';
import {
  freshDatabase,
  testRolePasswords,
  type FreshDatabase,
} from '../../../../libs/persistence/src/testing/index.ts';
import { openApiBed } from '../testing/api-bed.ts';
import { JourneyDesk } from '../testing/journey-desk.ts';
import { accept, openToldHousehold } from '../testing/told-household.ts';

// Real: PostgreSQL, executor, rules, access table, procedures (in this process), HTTP (by inject). Driven: time.

let database: FreshDatabase;
let desk: JourneyDesk;

beforeAll(async () => {
  database = await freshDatabase();
  const startMs = Date.UTC(2026, 5, 1, 0);
  desk = await JourneyDesk.open(
    await openApiBed({ databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, startMs }),
  );
});
afterAll(async () => {
  await desk.bed.close();
  await database.drop();
});

it('moves with what others do, and stands still while nothing happens, however often it is asked', async () => {
  const household = await openToldHousehold(desk);
  const { caseId, mother } = household;
  await accept(desk, household);
  const asked = async (): Promise<number> =>
    (await desk.as('aoi').get<RevisionView>(`/api/cases/${caseId}/revision`)).seq;
  const before = await asked();
  expect(await asked()).toBe(before);
  await desk.consent(caseId, mother);
  expect(await asked()).toBeGreaterThan(before);
});
