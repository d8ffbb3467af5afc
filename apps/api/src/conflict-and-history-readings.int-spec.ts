import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { freshDatabase, testRolePasswords, type FreshDatabase } from '../../../libs/persistence/src/testing/index.ts';
import { openApiBed } from './testing/api-bed.ts';
import { JourneyDesk } from './testing/journey-desk.ts';
import { readingsInLedger } from './testing/readings-in-ledger.ts';
import { accept, openToldHousehold, type Household } from './testing/told-household.ts';

// What of a case is read beside its page, over HTTP. Real: PostgreSQL, executor, rules, access table, profile, procedures.

let database: FreshDatabase;
let desk: JourneyDesk;
let household: Household;

/** 基幹相談 takes part; the mother and the son have agreed to it. */
beforeAll(async () => {
  database = await freshDatabase();
  const startMs = Date.UTC(2026, 5, 1, 0);
  const settings = { databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, startMs };
  desk = await JourneyDesk.open(await openApiBed(settings));
  household = await openToldHousehold(desk);
  await accept(desk, household);
  await desk.consent(household.caseId, household.mother);
  await desk.consent(household.caseId, household.son);
});

afterAll(async () => {
  await desk.bed.close();
  await database.drop();
});

/** The rows that a reading by 基幹相談 adds, each once: of whom, on which ground. */
const added = async (read: () => Promise<unknown>): Promise<readonly string[]> => {
  const rows = async (): ReturnType<typeof readingsInLedger> => readingsInLedger(desk.bed, household.caseId, 'kikan');
  const before = (await rows()).length;
  await read();
  const nameOf = { [household.mother]: 'mother', [household.son]: 'son' };
  const told = (await rows()).slice(before).map(({ person, basis }) => `${nameOf[person] ?? person} ${basis}`);
  return [...new Set(told)].toSorted();
};

/** Sends what was written before somebody else changed it. */
const conflict = async (login: string, type: string, body: object): Promise<unknown> => {
  const { status, body: answer } = await desk
    .as(login)
    .send('POST', `/api/cases/${household.caseId}/${type}`, { commandId: randomUUID(), partVersion: 0, ...body });
  expect({ status, answer }).toMatchObject({ status: 409, answer: {} });
  return answer;
};

const rules = (contactRulesText: string): object => ({ contactRulesText });
const withdrawal = (personId: string): object => ({
  ...{ personId, on: desk.today, agencies: 'all', method: 'oral', representative: null, reasonText: null },
});

describe('情報提供の記録 of what is read beside the page of a case', () => {
  it('[R64] has who read the history, of whom, and the ground that opened it', async () => {
    const url = `/api/cases/${household.caseId}/history?limit=200`;
    expect(await added(async () => desk.as('shigeru').get(url))).toEqual([
      'mother consent',
      // … of the letter that told of them
      'mother personalInformationAct27-1',
      'son consent',
      'son personalInformationAct27-1',
    ]);
  });

  it('[R64] has what a 409 showed, of whom, and the ground that opened it', async () => {
    await desk.give(household.caseId, 'aoi', 'change-contact-rules', 'contact-rules', rules('電話は夕方に。'));
    const read = await added(async () => {
      const answer = await conflict('shigeru', 'change-contact-rules', rules('電話は朝に。'));
      expect(JSON.stringify(answer)).toContain('電話は夕方に。');
    });
    expect(read).toEqual(['mother consent', 'son consent']);
  });

  it('[R64] has of a 409 about one person nobody else', async () => {
    const read = await added(async () => conflict('shigeru', 'withdraw-consent', withdrawal(household.son)));
    expect(read).toEqual(['son consent']);
  });

  it('[R64][R65] has nothing of a 409 about what stays closed, and nothing of the own record', async () => {
    await desk.give(household.caseId, 'aoi', 'withdraw-consent', `consent/${household.mother}`, {
      ...withdrawal(household.mother),
    });
    const closed = await added(async () => {
      // what may not be read may not be written over either, and the answer does not tell whether it was
      const answer = await desk.as('shigeru').send('POST', `/api/cases/${household.caseId}/change-contact-rules`, {
        ...{ commandId: randomUUID(), partVersion: 0, ...rules('電話は朝に。') },
      });
      expect(answer).toMatchObject({ status: 403, body: { code: 'access.basis' } });
      expect(JSON.stringify(answer)).not.toContain('電話は夕方に。');
    });
    expect(closed.filter((row) => row.startsWith('mother'))).toEqual([]);
    const own = async (): Promise<number> => (await readingsInLedger(desk.bed, household.caseId, 'houkatsu')).length;
    const before = await own();
    await conflict('aoi', 'change-contact-rules', rules('電話は朝に。'));
    expect(await own()).toBe(before);
  });
});
