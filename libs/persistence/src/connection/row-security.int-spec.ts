import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { dataSourceOptions } from './data-source.ts';
import { inMunicipality } from './transaction.ts';
import { ensureMembership } from '../people/members.ts';
import { beginSession } from '../people/sessions.ts';
import { raiseAlarm } from '../clock/alarms.ts';
import { entities } from '../entities/entities.ts';
import { DraftDrawer } from '../text/draft-drawer.ts';
import { TextCipher } from '../text/text-cipher.ts';
import { acceptedHousehold, openDesk, openSitting, rowCounts, type Desk } from '../testing/index.ts';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

// Real: PostgreSQL and its roles. No filter of ours stands between the question and the rows: plain SQL as the application's role.
describe('row-level security', () => {
  let here: Desk;
  let there: Desk;
  let tables: string[];
  /** Of a-town, with a draft. */
  let writer: string;
  beforeAll(async () => {
    here = await openDesk({ municipality: 'a-town' });
    there = await openDesk({ municipality: 'b-town', beside: here });
    for (const desk of [here, there]) {
      const household = await acceptedHousehold(desk);
      const sitting = await openSitting(desk, household);
      const call = {
        type: 'call-sitting',
        invitees: [{ invitationId: uuidv7(), agency: 'kikan' }],
        urgentReasonText: null,
      } as const;
      await desk.done(sitting.ref, household.coordinator, call);
      const member = {
        membershipId: uuidv7(),
        accountId: uuidv7(),
        login: `x-${desk.municipality}`,
        agency: 'kikan',
        posts: [],
        displayName: 'だれか',
        until: null,
      };
      await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) => {
        await ensureMembership(tx, member);
        await beginSession(tx, {
          tokenHash: Buffer.from(desk.municipality),
          membershipId: member.membershipId,
          holdsMs: 60_000,
        });
      });
      const draft = { membershipId: member.membershipId, place: 'cases.new' };
      const drawer = new DraftDrawer(new TextCipher(randomBytes(32).toString('base64')));
      await inMunicipality(desk.app, { municipality: desk.municipality, actor: member.membershipId }, async (tx) =>
        drawer.put(tx, draft, { title: '相談受付', content: '{}' }),
      );
      if (desk === here) writer = member.membershipId;
      await raiseAlarm(desk.app, household.ref, { kind: 'command-refused', what: 'tell-roles', code: 'already-gone' });
      await leftOf(desk, household.ref.id);
    }
    const described = await new DataSource(
      dataSourceOptions({ databaseUrl: here.database.appUrl, poolSize: 1 }),
    ).initialize();
    tables = described.entityMetadatas
      .filter(({ columns }) => columns.some(({ databaseName }) => databaseName === 'municipality_id'))
      .map(({ tableName }) => tableName);
    await described.destroy();
  });
  afterAll(async () => {
    await there.close();
    await here.close();
  });

  /** Nothing has left a state in this short story; that table is looked at all the same. */
  async function leftOf(desk: Desk, recordId: string): Promise<void> {
    const superuser = new pg.Client({ connectionString: desk.database.superuserUrl });
    await superuser.connect();
    await superuser.query(
      `insert into left_entry (municipality_id, record_id, list, seq, id, body) values ($1, $2, 'contacts', 1, $3, '{}')`,
      [desk.municipality, recordId, uuidv7()],
    );
    await superuser.end();
  }

  async function asApp<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: here.database.appUrl });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  it('hides every row of another municipality in every table, with no filter in the question', async () => {
    const counts = await rowCounts(here);
    expect(tables.length).toBe(entities.length - 3); // account, heartbeat and installation belong to no municipality
    await asApp(async (client) => {
      await client.query(`set app.municipality = 'a-town'; set app.actor = '${writer}'`);
      for (const table of tables) {
        const { rows } = await client.query<{ own: number; foreign: number }>(
          `select count(*) filter (where municipality_id = 'a-town')::int as own, count(*) filter (where municipality_id <> 'a-town')::int as foreign from ${table}`,
        );
        expect({ table, ...rows[0] }).toEqual({ table, own: rows[0]!.own, foreign: 0 });
        // Both have rows there, else nothing would be shown.
        expect(rows[0]!.own).toBeGreaterThan(0);
        expect(counts[table]).toBeGreaterThan(rows[0]!.own);
      }
    });
  });

  it('shows nothing at all to a connection that named no municipality, fresh or used before', async () => {
    await asApp(async (client) => {
      for (const table of tables) expect((await client.query(`select 1 from ${table}`)).rows).toEqual([]);
      await client.query(`begin; select set_config('app.municipality', 'a-town', true); commit`);
      for (const table of tables) expect((await client.query(`select 1 from ${table}`)).rows).toEqual([]);
    });
  });

  it('shows a draft to who wrote it and to nobody else of the municipality', async () => {
    await asApp(async (client) => {
      const seen = async (): Promise<number> => (await client.query('select place from draft')).rows.length;
      await client.query(`set app.municipality = 'a-town'; set app.actor = '${writer}'`);
      expect(await seen()).toBe(1);
      await client.query(`set app.actor = '${uuidv7()}'`);
      expect(await seen()).toBe(0);
      expect((await client.query('delete from draft')).rowCount).toBe(0);
      await expect(
        client.query(
          `insert into draft values ('a-town', $1, 'cases.advice', '', '', '', now(), now() + interval '1 day')`,
          [writer],
        ),
      ).rejects.toThrow(/row-level security/u);
    });
  });

  it('lets nobody write a row into another municipality', async () => {
    await asApp(async (client) => {
      await client.query(`set app.municipality = 'a-town'`);
      await expect(
        client.query(`insert into municipality (municipality_id, name) values ('c-town', 'c')`),
      ).rejects.toThrow(/row-level security/u);
      await expect(client.query(`insert into counter values ('b-town', 'intake', 2026, 1)`)).rejects.toThrow(
        /row-level security/u,
      );
      const { rowCount } = await client.query(`update counter set value = 0 where municipality_id = 'b-town'`);
      expect(rowCount).toBe(0);
    });
  });

  it('lets the application change nothing that was written into the log or the audit', async () => {
    await asApp(async (client) => {
      await client.query(`set app.municipality = 'a-town'`);
      for (const statement of [
        'update event set type = type',
        'delete from event',
        'delete from audit_entry',
        'update audit_entry set action = action',
        'update disclosure set basis = basis',
        'delete from record',
        'select 1 from account',
      ]) {
        await expect(client.query(statement)).rejects.toThrow(/permission denied/u);
      }
    });
  });

  it('shows the clock ids, dates and standings of every municipality, and nothing else', async () => {
    const client = new pg.Client({ connectionString: here.database.clockUrl });
    await client.connect();
    const { rows } = await client.query<{ n: number }>(
      'select count(distinct municipality_id)::int as n from record where standing is not null and id is not null',
    );
    expect(rows).toEqual([{ n: 2 }]);
    for (const statement of [
      'select state from record',
      'select 1 from event',
      'select 1 from left_entry',
      'select 1 from text_revision',
      'select ciphertext from draft',
      'select key from notice',
      'select 1 from membership',
      'update record set seq = 0',
    ]) {
      await expect(client.query(statement)).rejects.toThrow(/permission denied/u);
    }
    await client.end();
  });
});
