import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { databaseClock, inMunicipality } from '#libs/persistence';
import { openDesk, type Desk } from '../../../../libs/persistence/src/testing/index.ts';
import { Municipalities } from './municipalities.ts';

// Real: PostgreSQL and its clock. Driven: the clock of this machine.

const dayMs = 24 * 60 * 60_000;
const town = 'higashiagatsuma';
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk({ municipality: town });
});
afterAll(async () => {
  await desk.close();
});
afterEach(() => {
  jest.restoreAllMocks();
});

const databaseMs = async (): Promise<number> =>
  (await desk.app.query<{ ms: number }[]>(`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`))[0]!
    .ms;

it.each([-9, 9])('a page goes by the database, also when the clock of its machine is %i days off', async (days) => {
  const realMs = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(realMs + days * dayMs);
  const pages = new Municipalities(desk.app, true, databaseClock);
  await inMunicipality(desk.app, { municipality: town }, async () => Promise.resolve());
  const behindMs = (await databaseMs()) - pages.today(town).nowMs;
  expect(Math.abs(behindMs)).toBeLessThan(2_000);
});

it('goes by the database from the very transaction on in which that tells another time', async () => {
  const pages = new Municipalities(desk.app, true, databaseClock);
  jest.spyOn(performance, 'now').mockReturnValueOnce(performance.now() - 9 * dayMs);
  await inMunicipality(desk.app, { municipality: town }, async () => Promise.resolve());
  expect(pages.today(town).nowMs - (await databaseMs())).toBeGreaterThan(8 * dayMs);
  await inMunicipality(desk.app, { municipality: town }, async () => Promise.resolve());
  expect(Math.abs(pages.today(town).nowMs - (await databaseMs()))).toBeLessThan(2_000);
});
