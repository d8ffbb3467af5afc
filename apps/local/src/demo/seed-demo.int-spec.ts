import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { msOfDate } from '#libs/calendar';
import { stallOf } from '#libs/domain';
import { caseOf, historyOf, inMunicipality, noticesOf, openDataSource, ordinalOf, sittingOf } from '#libs/persistence';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import {
  freshDatabase,
  testRolePasswords,
  type FreshDatabase,
} from '../../../../libs/persistence/src/testing/index.ts';
import { kakuuCaseId, kakuuSittingId } from './kakuu-family.ts';
import { karinaCaseId, karinaSittingId } from './karina-family.ts';
import { mihonCaseId } from './mihon-family.ts';
import { reijiCaseId, reijiSittingIds } from './reiji-house.ts';
import { seedDemo } from './seed-demo.ts';

// Real: PostgreSQL, migrations, executor, domain, profile, encryption. Driven: the clock.

const nowMs = msOfDate('2026-11-20', '10:00');
let database: FreshDatabase;
const masterKey = randomBytes(32).toString('base64');
const seed = async (at = nowMs): ReturnType<typeof seedDemo> =>
  seedDemo({ databaseUrl: database.ownerUrl, rolePasswords: testRolePasswords, masterKey, nowMs: at });

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(async () => database.drop());

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

it('tells the 例示家: refused, looked at without consent, one 支援会議 held, the next called and the prefecture silent', async () => {
  await seed();
  const app = await openDataSource({ databaseUrl: database.appUrl });
  try {
    const { kase, first, second, planned } = await inMunicipality(
      app,
      { municipality: 'higashiagatsuma' },
      async (tx) => {
        const called = await sittingOf(tx, reijiSittingIds.second);
        return {
          kase: await caseOf(tx, reijiCaseId),
          first: await sittingOf(tx, reijiSittingIds.first),
          second: called,
          planned: called && (await ordinalOf(tx, called.state, '2026-11-20')),
        };
      },
    );
    expect(kase?.state).toMatchObject({
      caseNumber: 'R8-002',
      stage: 'accepted',
      persons: [{ consent: { status: 'refused' }, track: 'supportMeeting' }],
      track: { state: 'outreach', outreach: { agency: 'shakyo', contacts: 1, met: 0 } },
    });
    expect(first?.state).toMatchObject({ stage: 'closed', heldOn: '2026-11-04', ordinal: 1 });
    expect(second?.state).toMatchObject({ stage: 'called', heldOn: '2026-11-27', ordinal: null });
    expect(planned).toBe(2);
    const open = Object.values(second?.state.obligations ?? {});
    expect(open.filter(({ kind }) => kind === 'phone-task')).toMatchObject([
      { about: expect.any(String), dueOn: '2026-11-19', holder: { agency: 'hokenfukushi' } },
    ]);
    expect(second?.state.invitations.filter(({ reply }) => reply === null).map(({ agency }) => agency)).toEqual([
      'ken',
    ]);
  } finally {
    await app.destroy();
  }
});

it('tells the 仮名家: its plan stands on a 重層的支援会議 in preparation and is frozen, since the mother took the school out', async () => {
  await seed();
  const app = await openDataSource({ databaseUrl: database.appUrl });
  try {
    const { kase, sitting } = await inMunicipality(app, { municipality: 'higashiagatsuma' }, async (tx) => ({
      kase: await caseOf(tx, karinaCaseId),
      sitting: await sittingOf(tx, karinaSittingId),
    }));
    if (!kase || !sitting) throw new Error('the demo case or its sitting is not there');
    expect(kase.state).toMatchObject({ caseNumber: 'R8-003', stage: 'adequacyReview', leadAgency: 'kodomo' });
    expect(kase.state.persons[0]?.consent).toMatchObject({ status: 'given', agencies: ['kodomo', 'shakyo'] });
    expect(sitting.state).toMatchObject({ stage: 'preparing', heldOn: '2026-12-01', items: [{ frozen: true }] });
    expect(stallOf(Object.values(kase.state.obligations), true, kase.state.openedOn)).toMatchObject({
      cause: 'itemFrozen',
      holder: { agency: 'kodomo' },
    });
  } finally {
    await app.destroy();
  }
});

it('tells the 架空家: found adequate, drafted, and not decided in time', async () => {
  await seed();
  const app = await openDataSource({ databaseUrl: database.appUrl });
  try {
    const { kase, sitting } = await inMunicipality(app, { municipality: 'higashiagatsuma' }, async (tx) => ({
      kase: await caseOf(tx, kakuuCaseId),
      sitting: await sittingOf(tx, kakuuSittingId),
    }));
    if (!kase || !sitting) throw new Error('the demo case or its sitting is not there');
    expect(kase.state).toMatchObject({ caseNumber: 'R8-004', stage: 'decision', leadAgency: 'houkatsu' });
    expect(sitting.state).toMatchObject({ stage: 'closed', heldOn: '2026-11-12' });
    expect(stallOf(Object.values(kase.state.obligations), true, kase.state.openedOn)).toMatchObject({
      cause: 'approvalAwaited',
      holder: { agency: 'hokenfukushi', post: 'manager' },
      dueOn: '2026-11-19',
    });
  } finally {
    await app.destroy();
  }
});

it('starts all the same when a case of its own can not be read, and leaves it alone', async () => {
  await seed();
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  try {
    // as an older build would have stored it, with an event that nobody knows
    await superuser.query('update record set shape = 0 where id = $1', [mihonCaseId]);
    await superuser.query(`alter table event disable trigger user`);
    await superuser.query(
      `update event set payload = '{"type":"case-dreamt","v":1}' where record_id = $1 and seq = 1`,
      [mihonCaseId],
    );
    await superuser.query(`alter table event enable trigger user`);
    const before = await superuser.query('select seq, state from record where id = $1', [mihonCaseId]);
    expect((await seed()).people).toHaveLength(12);
    expect((await superuser.query('select seq, state from record where id = $1', [mihonCaseId])).rows).toEqual(
      before.rows,
    );
  } finally {
    await superuser.end();
  }
});
