import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { definitionOf } from '#libs/domain';
import { inMunicipality, profileContexts, RecordRebuilder, textsDisposed } from '#libs/persistence';
import {
  acceptedHousehold,
  openHousehold,
  openDesk,
  openSitting,
  type Desk,
  type Household,
} from '../../persistence/src/testing/index.ts';
import { auditMunicipality, type Finding } from './index.ts';

// Real: PostgreSQL with its roles, the executor and the rules. The forger is the application role where it says so, else one who may do everything.

let desk: Desk;
let household: Household;
let owner: pg.Client;
let served: pg.Client;
let rebuilder: RecordRebuilder;
let noted: string;

const tables = [
  'audit_entry',
  'audit_head',
  'event',
  'disclosure',
  'text_revision',
  'record_key',
  'record',
  'municipality',
];

beforeAll(async () => {
  desk = await openDesk();
  household = await acceptedHousehold(desk);
  await openSitting(desk, household);
  rebuilder = new RecordRebuilder({
    dataSource: desk.app,
    definitions: definitionOf,
    contexts: profileContexts({ demo: true }),
    cipher: desk.cipher,
  });
  owner = new pg.Client({ connectionString: desk.database.superuserUrl });
  await owner.connect();
  served = new pg.Client({ connectionString: desk.database.appUrl });
  await served.connect();
  await served.query(`select set_config('app.municipality', $1, false)`, [desk.municipality]);
  for (const table of tables) await owner.query(`create table kept_${table} as table ${table}`);
  await owner.query('set session_replication_role = replica');
  noted = (await audit()).head;
});
afterEach(async () => {
  for (const table of tables) {
    await owner.query(`delete from ${table}`);
    await owner.query(`insert into ${table} select * from kept_${table}`);
  }
});
afterAll(async () => {
  await served.end();
  await owner.end();
  await desk.close();
});

const audit = async (anchor?: string, municipality = desk.municipality) =>
  inMunicipality(desk.app, { municipality, snapshot: true }, async (tx) =>
    auditMunicipality(tx, { cipher: desk.cipher, rebuilder, anchor }),
  );

const whys = ({ findings }: { readonly findings: readonly Finding[] }): readonly Finding['why'][] =>
  findings.map(({ why }) => why);

const newest = `seq = (select max(seq) from audit_entry)`;
const uuid = (): string => uuidv7();

describe('what the application role forges', () => {
  it.each([
    [
      'adds an event',
      `insert into event select municipality_id, record_id, seq + 100, type, v, payload, actor, command_id, at, recorded_at from event limit 1`,
    ],
    [
      'adds a disclosure',
      `insert into disclosure select municipality_id, '${uuid()}', record_id, person_id, to_agency, to_membership, what, 'consent', at from disclosure limit 1`,
    ],
    ['changes a disclosure', `update disclosure set basis = 'consent'`],
    ['takes a disclosure away', `delete from disclosure`],
    [
      'adds an entry',
      `insert into audit_entry select municipality_id, seq + 1, at, actor, action, command_id, record_id, events, texts, disclosures, prev_hash, hash, v from audit_entry`,
    ],
    ['sets the head back', `update audit_head set seq = seq - 1`],
    ['makes a head', `insert into audit_head values ('elsewhere', 0, '', '')`],
    ['takes a text away', `delete from text_revision`],
    ['changes a text', `update text_revision set slot = 'x'`],
    ['takes a key away', `delete from record_key`],
    ['changes an event', `update event set type = 'x'`],
    [
      'takes the log out of the hands of its function',
      `create or replace function write_log(text, text, text[], text[]) returns void language sql as ''`,
    ],
  ])('is refused by the database when it %s', async (_what, sql) => {
    await expect(served.query(sql)).rejects.toMatchObject({ code: '42501' });
    expect(whys(await audit(noted))).toEqual([]);
  });

  it('is found when it changes a state', async () => {
    await served.query(`update record set state = jsonb_set(state, '{urgent}', 'true') where kind = 'support-case'`);
    expect((await audit()).findings).toEqual([
      { why: 'record-differs', where: `support-case/${desk.municipality}/${household.ref.id} state.urgent` },
    ]);
  });

  it('is found when it adds a record without an entry', async () => {
    await served.query(
      `insert into record select municipality_id, '${uuid()}', kind, state, standing, seq, next_due_at, is_open, agencies, updated_at, shape from record limit 1`,
    );
    expect(whys(await audit())).toEqual(['record-uncovered']);
  });

  it('is found when it adds a text', async () => {
    await served.query(
      `insert into text_revision select municipality_id, '${uuid()}', record_id, slot, ciphertext, salt, salted_hash, created_at from text_revision limit 1`,
    );
    expect(whys(await audit())).toEqual(['text-uncovered']);
  });

  const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
  const entry = (over: object): readonly [string, string] => [
    `{"action":"x","actor":{"kind":"clock"},"at":"`,
    `",${JSON.stringify({ commandId: 'c', disclosures: [], events: [], municipality: desk.municipality, recordId: null, texts: [], v: 2, ...over }).slice(1)}`,
  ];
  const given = async (
    over: object,
    facts: readonly string[] = [],
    disclosed: readonly string[] = [],
  ): Promise<unknown> => served.query('select write_log($1, $2, $3, $4)', [...entry(over), facts, disclosed]);

  it('is refused by the function when the rows are not those that the entry speaks of', async () => {
    const fact = '[{"at":"2026-06-10T00:00:00.000Z","payload":{"type":"case-closed","v":1},"seq":70}]';
    const range = { recordId: household.ref.id, from: 70, to: 70 };
    const refused = { code: '23000' };
    await expect(given({ municipality: 'elsewhere' })).rejects.toMatchObject(refused);
    await expect(given({ v: 1 })).rejects.toMatchObject(refused);
    await expect(given({}, [fact])).rejects.toMatchObject(refused);
    await expect(given({ events: [{ ...range, sha256: sha('x') }] }, [fact])).rejects.toMatchObject(refused);
    await expect(given({ events: [{ ...range, to: 71, sha256: sha(fact) }] }, [fact])).rejects.toMatchObject(refused);
    await expect(given({ events: [{ ...range, from: 69, to: 69, sha256: sha(fact) }] }, [fact])).rejects.toMatchObject(
      refused,
    );
    await expect(given({ disclosures: [{ id: uuid(), sha256: sha('{}') }] }, [], ['{}'])).rejects.toMatchObject(
      refused,
    );
    expect(whys(await audit(noted))).toEqual([]);
  });

  it('is found when it writes an event through the function that no command made', async () => {
    const seq =
      1 +
      (await owner.query<{ seq: number }>('select max(seq) as seq from event where record_id = $1', [household.ref.id]))
        .rows[0]!.seq;
    const fact = `[{"at":"2026-06-10T00:00:00.000Z","payload":{"on":"2026-06-10","type":"urgency-marked","urgent":true,"v":1},"seq":${seq}}]`;
    await given(
      { events: [{ from: seq, recordId: household.ref.id, sha256: sha(fact), to: seq }], recordId: household.ref.id },
      [fact],
    );
    expect(whys(await audit())).toEqual(['record-differs']);
  });
});

describe('what somebody with all rights forges', () => {
  it.each<[what: string, sql: string, ...found: Finding['why'][]]>([
    [
      'a state',
      `update record set state = jsonb_set(state, '{urgent}', 'true') where kind = 'support-case'`,
      'record-differs',
    ],
    [
      'an event more',
      `insert into event select municipality_id, record_id, seq + 100, type, v, payload, actor, command_id, at, recorded_at from event where type = 'case-opened'`,
      'events-uncovered',
      'record-differs',
    ],
    [
      'a disclosure more',
      `insert into disclosure select municipality_id, '${uuid()}', record_id, person_id, to_agency, to_membership, what, 'consent', at from disclosure limit 1`,
      'disclosure-uncovered',
    ],
    [
      'a text that was replaced',
      `update text_revision set ciphertext = (select ciphertext from text_revision where slot = 'story') where slot = 'person-name'`,
      'text-unreadable',
    ],
    ['a hash and salt of a text', `update text_revision set salt = '\\x00' where slot = 'story'`, 'text-altered'],
    ['a slot', `update text_revision set slot = 'note' where slot = 'story'`, 'text-altered'],
    [
      'when a text was written',
      `update text_revision set created_at = created_at + interval '1 day' where slot = 'story'`,
      'text-altered',
    ],
    ['a text that is gone', `delete from text_revision where slot = 'story'`, 'text-missing'],
    ['a key that is gone', `delete from record_key`, 'text-unreadable'],
    [
      'when an event was recorded',
      `update event set recorded_at = recorded_at + interval '1 millisecond' where type = 'case-opened'`,
      'events-altered',
    ],
    [
      'a head that was set back',
      `update audit_head set seq = seq - 1, hash = prev_hash`,
      'events-uncovered',
      'record-uncovered',
    ],
    [
      'a tail cut with the head',
      `with cut as (delete from audit_entry where ${newest} returning prev_hash, seq) update audit_head set seq = cut.seq - 1, hash = cut.prev_hash from cut`,
      'events-uncovered',
      'text-uncovered',
      'record-uncovered',
    ],
    ['a previous hash', `update audit_entry set prev_hash = hash where seq = 2`, 'entry-altered'],
    ['a chain without its entries', `delete from audit_entry`, 'head-differs'],
    ['a record that is gone', `delete from record where kind = 'sitting'`, 'record-missing'],
    ['an entry that fell back to an older format', `update audit_entry set v = 1 where seq = 2`, 'entry-altered'],
  ])('finds %s', async (_what, sql, ...found) => {
    expect((await owner.query(sql)).rowCount).toBeGreaterThan(0);
    expect([...new Set(whys(await audit()))]).toEqual(found);
  });

  it('finds rows without any chain', async () => {
    await owner.query('delete from audit_entry');
    await owner.query('delete from audit_head');
    const found = whys(await audit());
    expect(found).toEqual(
      expect.arrayContaining(['events-uncovered', 'text-uncovered', 'disclosure-uncovered', 'record-uncovered']),
    );
  });

  it('[R70] finds with the hash noted elsewhere what cannot be found without: everything after a moment, or all of it, gone without a trace', async () => {
    for (const table of tables.filter((name) => name !== 'municipality')) await owner.query(`delete from ${table}`);
    expect(whys(await audit())).toEqual(['nothing-there']);
    expect(whys(await audit(noted))).toEqual(['anchor-missing']);
  });

  it('does not call a name that nobody has whole', async () => {
    expect(whys(await audit(undefined, 'nowhere'))).toEqual(['municipality-unknown']);
  });
});

describe('what is as it should be', () => {
  it('a chain that went on since its head was noted', async () => {
    await openHousehold(desk);
    expect(whys(await audit(noted))).toEqual([]);
  });

  it('texts that were disposed of, with the entry that says so', async () => {
    const { rows } = await owner.query<{ id: string }>('delete from text_revision where record_id = $1 returning id', [
      household.ref.id,
    ]);
    await owner.query('delete from record_key where record_id = $1', [household.ref.id]);
    expect(whys(await audit())).toEqual(['text-missing']);
    const texts = rows.map(({ id }) => ({ id, saltedHash: '' }));
    await served.query('select write_log($1, $2, $3, $4)', [
      `{"action":"${textsDisposed}","actor":{"kind":"clock"},"at":"`,
      `",${JSON.stringify({ commandId: null, disclosures: [], events: [], municipality: desk.municipality, recordId: household.ref.id, texts, v: 2 }).slice(1)}`,
      [],
      [],
    ]);
    expect(whys(await audit())).toEqual([]);
  });
});
