import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { inMunicipality, ReadingRecorder } from '#libs/persistence';
import {
  acceptedHousehold,
  openDesk,
  openSitting,
  type Desk,
  type Household,
} from '../../persistence/src/testing/index.ts';
import { verifyChain, type ChainVerdict } from './verify-chain.ts';

// Real: PostgreSQL, the executor and the rules. A superuser plays the one who alters rows behind everybody's back.
describe('verifyChain', () => {
  let desk: Desk;
  let household: Household;
  let intruder: pg.Client;
  const verify = async (): Promise<ChainVerdict> =>
    inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) => verifyChain(tx, desk.cipher));

  beforeAll(async () => {
    desk = await openDesk();
    household = await acceptedHousehold(desk);
    await openSitting(desk, household);
    intruder = new pg.Client({ connectionString: desk.database.superuserUrl });
    await intruder.connect();
  });
  afterAll(async () => {
    await intruder.end();
    await desk.close();
  });

  /** Alters rows, looks, and puts them back. */
  async function altered(sql: string): Promise<ChainVerdict> {
    const tables = ['audit_entry', 'audit_head', 'event', 'disclosure', 'text_revision'];
    for (const table of tables) await intruder.query(`create table kept_${table} as table ${table}`);
    await intruder.query('set session_replication_role = replica');
    try {
      const { rowCount } = await intruder.query(sql);
      expect(rowCount).toBeGreaterThan(0);
      return await verify();
    } finally {
      for (const table of tables) {
        await intruder.query(`delete from ${table}`);
        await intruder.query(`insert into ${table} select * from kept_${table}`);
        await intruder.query(`drop table kept_${table}`);
      }
      await intruder.query('set session_replication_role = default');
    }
  }

  it('[R70] finds an untouched chain whole, one entry for each commit', async () => {
    const { rows } = await intruder.query<{ n: number }>('select count(*)::int as n from command_log');
    expect(await verify()).toMatchObject({ entries: rows[0]!.n, broken: null });
  });

  it.each([
    [
      'an entry whose actor was altered',
      `update audit_entry set actor = '{"kind":"clock"}' where seq = 2`,
      { seq: 2, why: 'entry-altered' },
    ],
    [
      'an entry whose time was altered',
      `update audit_entry set at = at + interval '1 second' where seq = 3`,
      { seq: 3, why: 'entry-altered' },
    ],
    ['an entry that was taken out', `delete from audit_entry where seq = 2`, { seq: 2, why: 'entry-missing' }],
    [
      'entries whose order was changed',
      `update audit_entry set seq = case seq when 1 then -2 else -1 end where seq in (1, 2)`,
      { seq: 1, why: 'entry-missing' },
    ],
    [
      'a hash that was computed anew without the ones before',
      `update audit_entry set hash = sha256('anything') where seq = 1`,
      { seq: 1, why: 'entry-altered' },
    ],
    [
      'an event that was altered',
      `update event set payload = payload || '{"urgent":true}' where seq = 1 and type = 'case-opened'`,
      { seq: 1, why: 'events-altered' },
    ],
    [
      'an event whose author was altered',
      `update event set actor = '{"kind":"clock"}' where type = 'case-screened'`,
      { seq: 2, why: 'events-altered' },
    ],
    [
      'an event whose column says another type',
      `update event set type = 'case-closed' where type = 'case-screened'`,
      { seq: 2, why: 'events-altered' },
    ],
    [
      'an event that was taken out',
      `delete from event where type = 'handoff-accepted'`,
      { seq: 4, why: 'events-altered' },
    ],
    [
      'a disclosure that was taken out',
      `delete from disclosure where what = 'handoff'`,
      { seq: 3, why: 'disclosure-altered' },
    ],
    [
      'a disclosure whose basis was altered',
      `update disclosure set basis = 'supportMeeting106_6' where what = 'handoff'`,
      { seq: 3, why: 'disclosure-altered' },
    ],
    [
      'a text whose hash was altered',
      `update text_revision set salted_hash = sha256('x') where slot = 'story'`,
      { seq: 1, why: 'text-altered' },
    ],
    [
      'a chain that was cut at its end',
      `delete from audit_entry where seq = (select max(seq) from audit_entry)`,
      { seq: 5, why: 'head-differs' },
    ],
  ])('[R70] finds %s', async (_what, sql, broken) => {
    expect((await altered(sql)).broken).toEqual(broken);
    expect((await verify()).broken).toBeNull();
  });

  it('[R64] takes a reading into the chain together with its disclosure', async () => {
    const before = await verify();
    const reader = await desk.person('kikan');
    const disclosures = [
      {
        personId: household.motherId,
        toAgency: 'kikan',
        toMembership: reader.membershipId,
        what: 'case-texts',
        basis: 'itemMember',
      },
    ];
    await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) => {
      new ReadingRecorder().record(tx, {
        recordId: household.ref.id,
        reader,
        what: 'case-texts',
        disclosures,
        atMs: Date.now(),
      });
      return Promise.resolve();
    });
    expect(await verify()).toMatchObject({ entries: before.entries + 1, broken: null });
    expect((await altered(`delete from disclosure where what = 'case-texts'`)).broken).toEqual({
      seq: before.entries + 1,
      why: 'disclosure-altered',
    });
  });
});
