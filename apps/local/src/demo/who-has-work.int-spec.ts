import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { msOfDate } from '#libs/calendar';
import { board, inMunicipality, myWork, openDataSource, type BoardLine } from '#libs/persistence';
import { peopleOf, profileOf } from '#libs/profiles';
import { randomBytes } from 'node:crypto';
import {
  freshDatabase,
  testRolePasswords,
  type FreshDatabase,
} from '../../../../libs/persistence/src/testing/index.ts';
import { demoId } from './demo-ids.ts';
import { seedDemo } from './seed-demo.ts';

// Real: PostgreSQL, migrations, executor, domain, access table, profile. Driven: the clock.

const municipality = 'higashiagatsuma';
const nowMs = msOfDate('2026-11-20', '10:00');
let database: FreshDatabase;
const work = new Map<string, readonly string[]>();
let lines: readonly BoardLine[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  await seedDemo({
    databaseUrl: database.ownerUrl,
    rolePasswords: testRolePasswords,
    masterKey: randomBytes(32).toString('base64'),
    nowMs,
  });
  const app = await openDataSource({ databaseUrl: database.appUrl });
  try {
    for (const { login, agency, posts } of peopleOf(profileOf(municipality, { demo: true }), '2026-11-20')) {
      const { items } = await inMunicipality(app, { municipality }, async (tx) =>
        myWork(tx, { membershipId: demoId(`membership ${login}`), agency, posts, nowMs, limit: 100 }),
      );
      work.set(
        login,
        items.map(({ obligationKind, number }) => `${number} ${obligationKind}`),
      );
    }
    lines = (await inMunicipality(app, { municipality }, async (tx) => board(tx, { nowMs, limit: 200 }))).items;
  } finally {
    await app.destroy();
  }
});
afterAll(async () => database.drop());

it('gives everybody who can sign in something to do', () => {
  expect([...work].filter(([, tasks]) => tasks.length === 0).map(([login]) => login)).toEqual([]);
  expect(work.size).toBe(12);
});

it.each([
  ['aoi', 'R8-003 handoff-answer'],
  ['kaoru', 'R8-003 handoff-answer'],
  ['yukari', 'R8-004 handoff-answer'],
  ['makoto', 'R8-004 handoff-answer'],
  ['susumu', 'R8-004 handoff-answer'],
  ['hiroshi', 'R8-004 handoff-answer'],
  ['takashi', 'R8-004 approval'],
  // The deputy decides while the manager is away.
  ['nozomi', 'R8-004 approval'],
  ['midori', 'R8-002 consent'],
  ['shigeru', 'R8-001 handoff-answer'],
  ['sakura', 'R8-003 frozen-item'],
])('gives %s at the start: %s', (login, task) => {
  expect(work.get(login)).toContain(task);
});

it('[R42] says on the board that a case which moves is late in something, in what and who owes it', () => {
  const reiji = lines.find(({ number }) => number === 'R8-002');
  expect(reiji).toMatchObject({
    stalled: false,
    late: true,
    obligationKind: 'consent',
    holderAgency: 'hokenfukushi',
    holderPost: 'personInCharge',
  });
  expect((reiji?.dueOn ?? '') < '2026-11-20').toBe(true);
});

it('[R42] lists what stands still before what is late, and what is late before what moves; each open record has a next step of somebody', () => {
  const standing = lines
    .filter(({ urgent, cause }) => !urgent && cause !== 'personInChargeVacant')
    .map(({ stalled, late }) => (stalled ? 0 : late ? 1 : 2));
  expect(standing).toEqual(standing.toSorted());
  expect(new Set(standing).size).toBeGreaterThan(1);
  expect(lines.filter(({ stalled, late }) => stalled && late)).toEqual([]);
  const past = lines.filter(({ dueOn }) => dueOn !== null && dueOn < '2026-11-20');
  expect(past.filter(({ stalled, late }) => !stalled && !late)).toEqual([]);
  expect(lines.filter(({ obligationKind }) => obligationKind === null).map(({ number }) => number)).toEqual([]);
});
