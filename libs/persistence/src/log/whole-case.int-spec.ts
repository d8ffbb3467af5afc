import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { RecordRef } from '#libs/contracts';
import { definitionOf, type KeptState } from '#libs/domain';
import { inMunicipality } from '../connection/transaction.ts';
import { profileContexts } from '../executor/profile-contexts.ts';
import { countersOf } from '../testing/counters.ts';
import { recordOf } from '../reads/record-reads.ts';
import { leftRows } from '../projections/left-rows.ts';
import { projected } from '../projections/record-rows.ts';
import { RowStatements } from '../write/row-statements.ts';
import { tokenHash } from '../text/text-cipher.ts';
import { closedHousehold, openDesk, type Desk, type ToldCase } from '../testing/index.ts';
import { RecordRebuilder } from './record-rebuilder.ts';
import { refold, type Folded } from './refold.ts';

// Real: PostgreSQL, executor, rules, profile, access table. Driven: the clock. One case from 相談受付 to 閉.
describe('a whole case', () => {
  let desk: Desk;
  let told: ToldCase;
  let superuser: pg.Client;
  beforeAll(async () => {
    desk = await openDesk();
    told = await closedHousehold(desk);
    superuser = new pg.Client({ connectionString: desk.database.superuserUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await desk.close();
  });
  const refs = (): readonly RecordRef[] => [told.household.ref, ...told.sittings];
  const stateOf = async (ref: RecordRef): Promise<KeptState> => {
    const record = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      recordOf(tx, ref.id, ref.kind),
    );
    return record!.state;
  };

  const foldedAnew = async (ref: RecordRef): Promise<Folded> =>
    inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      refold(tx, ref.id, definitionOf(ref.kind)),
    );

  it('ends closed, with no date alive and nothing owed', async () => {
    expect(await stateOf(told.household.ref)).toMatchObject({
      stage: 'closed',
      closedReason: 'followedUp',
      obligations: {},
    });
    const { rows } = await superuser.query('select 1 from record where next_due_at is not null or is_open');
    expect(rows).toEqual([]);
    expect((await superuser.query('select 1 from obligation')).rows).toEqual([]);
  });

  it('is the state that its log makes, for the case and each of its sittings', async () => {
    for (const ref of refs()) {
      const again = await foldedAnew(ref);
      expect(again.state).toEqual(await stateOf(ref));
    }
  });

  it('has in every table just the rows that its state stands for', async () => {
    const statements = new RowStatements(desk.app);
    for (const ref of refs()) {
      const { state, left } = await foldedAnew(ref);
      const tables = projected(ref, state, definitionOf(ref.kind), (id) =>
        tokenHash(desk.cipher.replyToken(ref.municipality, id)),
      );
      for (const { entity, rows } of [...tables, leftRows(ref, left)]) {
        const { tableName } = desk.app.getMetadata(entity);
        const stored = await superuser.query<{ n: number }>(
          `select count(*)::int as n from ${tableName} where record_id = $1`,
          [ref.id],
        );
        expect({ tableName, n: stored.rows[0]!.n }).toEqual({ tableName, n: rows.length });
        // Writing the same rows once more over the stored ones changes none of their columns.
        if (rows.length === 0) continue;
        const upsert = statements.upsert(entity, Object.keys(rows[0]!));
        const before = await superuser.query(`select * from ${tableName} where record_id = $1 order by 1, 2, 3`, [
          ref.id,
        ]);
        await superuser.query(upsert('$1'), [JSON.stringify(rows)]);
        const after = await superuser.query(`select * from ${tableName} where record_id = $1 order by 1, 2, 3`, [
          ref.id,
        ]);
        expect(after.rows).toEqual(before.rows);
      }
    }
  });

  it('misses a row of what has left it that is gone, altered or too many, and gets its rows again', async () => {
    const { ref } = told.household;
    const settings = { dataSource: desk.app, definitions: definitionOf, cipher: desk.cipher };
    const rebuilder = new RecordRebuilder({ ...settings, contexts: profileContexts({ demo: true }) });
    const rows = async (): Promise<readonly { readonly list: string; readonly id: string }[]> =>
      (
        await superuser.query<{ list: string; id: string }>(
          'select * from left_entry order by record_id, list, seq, id',
        )
      ).rows;
    const whole = await rows();
    expect(await rebuilder.check(ref)).toMatchObject({ older: false, differs: [] });
    const damages = [
      ['missing', 'delete from left_entry where record_id = $1 and list = $2 and id = $3'],
      ['body', `update left_entry set body = body || '{"by": "x"}' where record_id = $1 and list = $2 and id = $3`],
      [
        'extra',
        `insert into left_entry select municipality_id, record_id, 'contacts', seq, id, body from left_entry where record_id = $1 and list = $2 and id = $3`,
      ],
      ['missing', 'update left_entry set seq = 9999 where record_id = $1 and list = $2 and id = $3'],
      ['missing', 'delete from left_entry where record_id = $1 and $2 <> $3'],
    ] as const;
    for (const [said, damage] of damages) {
      const [one] = whole.filter(({ list }) => list !== 'contacts');
      await superuser.query(damage, [ref.id, one?.list, one?.id]);
      const found = await rebuilder.check(ref);
      expect(found?.differs.some((name) => name.startsWith('left_entry/') && name.endsWith(`.${said}`))).toBe(true);
      await rebuilder.rebuild(ref);
      expect(await rows()).toEqual(whole);
    }
  });

  it('[R77] is counted: intake, sittings and their items by kind, the plan, the end', async () => {
    const counters = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      countersOf(tx, 2026),
    );
    expect(Object.fromEntries(counters)).toMatchObject({
      intake: 1,
      'intake.withoutConsent': 1,
      'sitting.supportMeeting': 1,
      'item.supportMeeting': 1,
      'sitting.planMeeting': 2,
      'item.planMeeting': 2,
      'plan.new': 1,
      closure: 1,
    });
  });

  it('[R64] lists what was shared with whom on which basis', async () => {
    const { rows } = await superuser.query<{ what: string; basis: string }>(
      'select distinct what, basis from disclosure order by 1, 2',
    );
    expect(rows).toEqual([
      { what: 'agenda-item', basis: 'municipalGuideline' },
      { what: 'agenda-item', basis: 'socialWelfareAct106-6' },
      { what: 'handoff', basis: 'office' },
      { what: 'plan-role', basis: 'consent' },
      { what: 'sheet-request', basis: 'consent' },
    ]);
  });
});
