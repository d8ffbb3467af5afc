import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { workflowIdOf } from '#libs/contracts';
import { definitionOf } from '#libs/domain';
import { inMunicipality } from '../connection/transaction.ts';
import { caseOf } from '../reads/record-reads.ts';
import { openDesk, openHousehold, type Desk, type Household } from '../testing/index.ts';
import { healthFacts } from './health.ts';
import { startSigns, type SignOfLife } from './serving-processes.ts';
import { nudgeRecords, openRecords, overdueRecords, standingForNudge } from './open-records.ts';

// Real: PostgreSQL, the clock's role over two municipalities. The records' dates lie in 2020, so the real clock finds them overdue.
describe('what the clock role asks', () => {
  let here: Desk;
  let there: Desk;
  let households: Household[];
  let superuser: pg.Client;
  beforeAll(async () => {
    const startMs = Date.UTC(2020, 5, 10, 1);
    here = await openDesk({ municipality: 'a-town', startMs });
    there = await openDesk({ municipality: 'b-town', startMs, beside: here });
    households = [];
    for (const desk of [here, there, here]) households.push(await openHousehold(desk, '2020-06-10'));
    superuser = new pg.Client({ connectionString: here.database.superuserUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await there.close();
    await here.close();
  });
  const nudges = async (): Promise<string[]> =>
    (await superuser.query<{ key: string }>(`select key from outbox where topic = 'nudge' order by 1`)).rows.map(
      ({ key }) => key,
    );
  const all = (): string[] => households.map(({ ref }) => workflowIdOf(ref)).toSorted();

  it('pages through the open records of every municipality', async () => {
    const first = await openRecords(here.clockRole, undefined, 2);
    const second = await openRecords(here.clockRole, first.at(-1), 2);
    expect([...first, ...second].map(workflowIdOf).toSorted()).toEqual(all());
    expect(second).toHaveLength(1);
  });

  it('reads the standing at the moment it is sent', async () => {
    const { ref } = households[0]!;
    const stored = await inMunicipality(here.app, { municipality: ref.municipality }, async (tx) => caseOf(tx, ref.id));
    const standing = definitionOf(ref.kind).standing(stored!.state, here.contextOn('2020-06-10'));
    expect(await standingForNudge(here.clockRole, ref)).toEqual({ ...standing, epoch: 0, isDue: true });
    expect(await standingForNudge(here.clockRole, { ...ref, municipality: 'b-town' })).toBeUndefined();
  });

  it('says with the standing whether the next date has come by its own clock, and nothing where it has not', async () => {
    const { ref } = households[0]!;
    const put = async (at: string): Promise<void> => {
      await superuser.query(`update record set next_due_at = ${at} where id = $1`, [ref.id]);
    };
    const kept = await superuser.query<{ at: string }>('select next_due_at::text as at from record where id = $1', [
      ref.id,
    ]);
    const told = async (): Promise<boolean | undefined> => (await standingForNudge(here.clockRole, ref))?.isDue;
    await put(`now() + interval '1 minute'`);
    expect(await told()).toBeUndefined();
    await put(`now() - interval '1 second'`);
    expect(await told()).toBe(true);
    await put('null');
    expect(await told()).toBeUndefined();
    await put(`'${kept.rows[0]!.at}'`);
    expect(await told()).toBe(true);
  });

  it('sweeps up what is overdue and has no nudge on its way, once', async () => {
    expect(await overdueRecords(here.clockRole, 10)).toEqual([]);
    await superuser.query('delete from outbox');
    const late = await overdueRecords(here.clockRole, 10);
    expect(late.map(workflowIdOf).toSorted()).toEqual(all());
    expect(await nudges()).toEqual(all());
    expect(await overdueRecords(here.clockRole, 10)).toEqual([]);
    expect(await overdueRecords(here.clockRole, 60 * 24 * 365 * 100)).toEqual([]);
  });

  it('makes a waiting nudge newer instead of a second one', async () => {
    const seq = async (): Promise<string> =>
      (
        await superuser.query<{ seq: string }>('select seq from outbox where key = $1', [
          workflowIdOf(households[0]!.ref),
        ])
      ).rows[0]!.seq;
    const before = await seq();
    expect(
      await nudgeRecords(
        here.clockRole,
        households.map(({ ref }) => ref),
      ),
    ).toBe(3);
    expect(BigInt(await seq())).toBeGreaterThan(BigInt(before));
    expect(await nudges()).toEqual(all());
    expect(await nudgeRecords(here.clockRole, [])).toBe(0);
  });

  it('tells of every process that serves, what hinders it, and nothing of one that went in order', async () => {
    const missed: unknown[] = [];
    const onMissed = (error: unknown): void => void missed.push(error);
    const told = async (): Promise<unknown> =>
      (await healthFacts(here.clockRole)).processes.map(({ name, trouble, nudgedSeconds, handledSeconds }) => ({
        name,
        trouble,
        nudged: nudgedSeconds !== null,
        handled: handledSeconds !== null,
      }));
    const look = async (): Promise<SignOfLife> => Promise.resolve({ nudged: true });
    const signs = [
      startSigns(here.app, { name: 'notifier', look: async () => Promise.resolve({ trouble: '550' }), onMissed }),
      startSigns(here.clockRole, { name: 'worker', look, onMissed }),
      startSigns(here.clockRole, { name: 'worker', look: async () => Promise.resolve({ handled: true }), onMissed }),
      startSigns(here.clockRole, { name: 'worker', look: async () => Promise.resolve(undefined), onMissed }),
    ];
    const quiet = { nudged: false, handled: false, trouble: null };
    while (((await told()) as unknown[]).length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await told()).toEqual(
      expect.arrayContaining([
        { ...quiet, name: 'notifier', trouble: '550' },
        { ...quiet, name: 'worker', nudged: true },
        { ...quiet, name: 'worker', handled: true },
      ]),
    );
    for (const one of signs) await one.close();
    expect(await told()).toEqual([]);
    expect(missed).toEqual([]);
  });

  it('tells how old outbox rows and passed dates are', async () => {
    const facts = await healthFacts(here.clockRole);
    expect(facts.outboxRows).toBe(3);
    expect(facts.oldestOutboxSeconds).toBeGreaterThanOrEqual(0);
    expect(facts.oldestDueMinutes).toBeGreaterThan(60 * 24 * 365);
  });
});
