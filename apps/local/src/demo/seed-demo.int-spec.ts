import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { msOfDate } from '#libs/calendar';
import { stallOf } from '#libs/domain';
import { caseOf, historyOf, inMunicipality, noticesOf, openDataSource } from '#libs/persistence';
import { randomBytes } from 'node:crypto';
import {
  freshDatabase,
  testRolePasswords,
  type FreshDatabase,
} from '../../../../libs/persistence/src/testing/index.ts';
import { mihonCaseId } from './mihon-family.ts';
import { seedDemo } from './seed-demo.ts';

// Real: PostgreSQL, migrations, executor, domain, profile, encryption. Driven: the clock.

const nowMs = msOfDate('2026-11-20', '10:00');
let database: FreshDatabase;
const masterKey = randomBytes(32).toString('base64');
const seed = async (at = nowMs): ReturnType<typeof seedDemo> =>
  seedDemo({ databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, masterKey, nowMs: at });

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => database.drop());

it('tells the case of the 見本家 up to the day of the start, once, and names the people one can be', async () => {
  const { people } = await seed();
  expect(people[0]).toEqual({ name: '担当 みどり', role: '保健福祉課 多機関協働の担当、事務局' });
  await seed(nowMs + 3 * 24 * 60 * 60 * 1000);

  const app = await openDataSource({ databaseUrl: database.appUrl });
  try {
    const { kase, history, notices } = await inMunicipality(app, { municipality: 'higashiagatsuma' }, async (tx) => ({
      kase: await caseOf(tx, mihonCaseId),
      history: await historyOf(tx, mihonCaseId),
      notices: await noticesOf(tx, mihonCaseId),
    }));
    if (!kase) throw new Error('the demo case is not there');
    expect(kase.state).toMatchObject({ caseNumber: 'R8-001', stage: 'handoff', leadAgency: 'houkatsu' });
    const stall = stallOf(Object.values(kase.state.obligations), true, kase.state.openedOn);
    expect(stall).toMatchObject({
      cause: 'handoffUnanswered',
      since: '2026-11-09',
      dueOn: '2026-11-16',
      holder: { agency: 'kikan' },
    });
    const steps = history.filter(({ type }) => type === 'obligation-step-taken');
    expect(
      steps
        .map(({ payload }) => payload as { step: string; on: string; key: string })
        .filter(({ key }) => key.startsWith('handoff-answer'))
        .map(({ step, on }) => `${step} ${on}`),
    ).toEqual(['reminder 2026-11-11', 'reminder 2026-11-13', 'escalation 2026-11-17']);
    expect(history.filter(({ type }) => type === 'case-opened')).toHaveLength(1);
    expect(notices.items.map(({ kind }) => kind)).toContain('escalation');
  } finally {
    await app.destroy();
  }
});
