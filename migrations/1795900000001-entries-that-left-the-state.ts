import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantApp, protect } from './row-security.ts';

const unread = ['plan', 'handoff', 'consent', 'person'] as const;

/**
 * What is over leaves the state of its record and becomes a row: `docs/decisions/0012`. Fast; the rows come when a record is folded anew
 * (`tsunagi migrate` does it for the open ones). Four tables that only repeated the state and that nobody read go.
 */
export class EntriesThatLeftTheState1795900000001 implements MigrationInterface {
  readonly name = 'EntriesThatLeftTheState1795900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table left_entry (
        municipality_id text not null,
        record_id uuid not null,
        list text not null,
        seq integer not null,
        id text not null,
        body jsonb not null,
        constraint left_entry_pkey primary key (municipality_id, record_id, list, seq, id),
        constraint left_entry_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query('create index left_entry_named on left_entry (municipality_id, record_id, id)');
    await protect(runner, 'left_entry');
    await grantApp(runner, 'left_entry', 'select, insert, update, delete');
    for (const table of unread) await runner.query(`drop table ${table}`);
  }

  /** The four tables come back empty: an older build fills them as it changes records, `tsunagi rebuild` at once. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table left_entry');
    await runner.query(`
      create table person (
        municipality_id text not null, record_id uuid not null, id uuid not null, place integer not null, role text not null,
        relation text not null, birth_year integer, name_text uuid not null, track text not null,
        constraint person_pkey primary key (municipality_id, record_id, id),
        constraint person_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query(`
      create table consent (
        municipality_id text not null, record_id uuid not null, person_id uuid not null, status text not null, stated_on date, method text,
        agencies text[] not null, purposes text[] not null, item_classes text[] not null, taken_by text, representative_ground text,
        review_on date,
        constraint consent_pkey primary key (municipality_id, record_id, person_id),
        constraint consent_person_fkey foreign key (municipality_id, record_id, person_id) references person (municipality_id, record_id, id)
      )`);
    await runner.query(`
      create table handoff (
        municipality_id text not null, record_id uuid not null, id uuid not null, is_main boolean not null, purpose text not null,
        from_agency text not null, to_agency text not null, sent_on date not null, state text not null, expired boolean not null,
        answered_on date, reason text, suggestion text,
        constraint handoff_pkey primary key (municipality_id, record_id, id),
        constraint handoff_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query(
      `create index handoff_awaiting on handoff (municipality_id, to_agency) where state = 'awaiting'`,
    );
    await runner.query(`
      create table plan (
        municipality_id text not null, record_id uuid not null, id uuid not null, kind text not null, round integer not null,
        draft integer not null, owner_agency text not null, starts_on date not null, ends_on date not null, applied_on date,
        review text not null, state text not null, decided_on date, decided_by uuid,
        constraint plan_pkey primary key (municipality_id, record_id, id),
        constraint plan_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    for (const table of unread.toReversed()) {
      await protect(runner, table);
      await grantApp(runner, table, 'select, insert, update, delete');
    }
  }
}
