import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { inMunicipality } from '../connection/transaction.ts';
import { entities } from '../entities/entities.ts';
import { caseOf } from '../reads/record-reads.ts';
import {
  acceptedHousehold,
  openDesk,
  openSitting,
  storyOfHousehold,
  type Desk,
  type Household,
} from '../testing/index.ts';
import { textIdsIn } from './text-ids.ts';
import { TextReader } from './text-reader.ts';
import { v7 as uuidv7 } from 'uuid';
import { msOfDate } from '#libs/calendar';

// Real: PostgreSQL, executor, cipher.
describe('texts about people', () => {
  let desk: Desk;
  let household: Household;
  let superuser: pg.Client;
  beforeAll(async () => {
    desk = await openDesk();
    household = await acceptedHousehold(desk);
    superuser = new pg.Client({ connectionString: desk.database.superuserUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await desk.close();
  });

  const reading = async (recordId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
    inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      new TextReader(desk.cipher).read(tx, recordId, ids),
    );

  it('can be read by their ids, and stand in no column of no table', async () => {
    const record = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      caseOf(tx, household.ref.id),
    );
    const texts = await reading(household.ref.id, [...textIdsIn(record!.state)]);
    expect([...texts.values()]).toEqual(expect.arrayContaining([storyOfHousehold, '架空 花子', '架空 太郎']));
    const { rows: tables } = await superuser.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    expect(tables.length).toBe(entities.length + 1); // and the list of migrations
    for (const { name } of tables) {
      const { rows } = await superuser.query(
        `select 1 from ${name} as t where t::text like '%架空%' or t::text like '%' || encode(convert_to('架空', 'UTF8'), 'hex') || '%'`,
      );
      expect({ name, rows }).toEqual({ name, rows: [] });
    }
  });

  it('are not given out by the name of another record', async () => {
    const other = await acceptedHousehold(desk);
    const record = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      caseOf(tx, household.ref.id),
    );
    expect((await reading(other.ref.id, [...textIdsIn(record!.state)])).size).toBe(0);
  });

  it('lie with the case when a sitting decides about it, and are still shown on the sitting', async () => {
    desk.clock.setTo(msOfDate('2026-06-10', '10:00'));
    const { ref, item } = await openSitting(desk, household);
    const { coordinator } = household;
    await desk.done(ref, coordinator, {
      type: 'call-sitting',
      invitees: [{ invitationId: uuidv7(), agency: 'kikan' }],
      urgentReasonText: null,
    });
    desk.clock.setTo(msOfDate('2026-07-15', '16:00'));
    await desk.done(ref, coordinator, {
      type: 'hold-sitting',
      present: ['kikan', 'hokenfukushi'],
      acknowledgement: 'readAloud',
      chair: 'manager',
    });
    const next = desk.text('保健師が訪問する。');
    await desk.done(
      ref,
      coordinator,
      {
        type: 'give-disposition',
        itemId: item.itemId,
        result: 'outreach',
        taskId: uuidv7(),
        ownerAgency: 'hoken',
        dueOn: '2026-07-29',
        nextStepText: next.id,
        endReason: null,
        leadAgencyAfter: null,
      },
      { texts: [next] },
    );
    const { rows } = await superuser.query<{ record_id: string }>('select record_id from text_revision where id = $1', [
      next.id,
    ]);
    expect(rows).toEqual([{ record_id: household.ref.id }]);
    expect((await reading(ref.id, [next.id])).get(next.id)).toBe('保健師が訪問する。');
    expect((await reading(household.ref.id, [next.id])).get(next.id)).toBe('保健師が訪問する。');
  });

  it('are gone for ever with their record’s key, and the record stands', async () => {
    await superuser.query('delete from record_key where record_id = $1', [household.ref.id]);
    const record = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      caseOf(tx, household.ref.id),
    );
    expect((await reading(household.ref.id, [...textIdsIn(record!.state)])).size).toBe(0);
  });
});
