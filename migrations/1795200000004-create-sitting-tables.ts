import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantApp, protect } from './row-security.ts';

const tables = ['sitting', 'agenda_item', 'invitation'] as const;

/** What lists, reply links and the notifier ask of a sitting: its date, its 案件, who was invited and what they said. */
export class CreateSittingTables1795200000004 implements MigrationInterface {
  readonly name = 'CreateSittingTables1795200000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sitting (
        municipality_id text not null,
        record_id uuid not null,
        body text not null,
        kind text not null,
        ordinal integer not null,
        stage text not null,
        opened_on date not null,
        held_on date not null,
        starts_at text not null,
        ends_at text not null,
        sequence integer not null,
        reply_due_on date,
        is_open boolean not null,
        constraint sitting_pkey primary key (municipality_id, record_id),
        constraint sitting_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query('create index sitting_held on sitting (municipality_id, held_on, record_id)');
    await runner.query(`
      create table agenda_item (
        municipality_id text not null,
        record_id uuid not null,
        id uuid not null,
        place integer not null,
        case_id uuid not null,
        case_number text not null,
        kind text not null,
        legal_basis text not null,
        purpose text not null,
        person_ids uuid[] not null,
        agencies text[] not null,
        frozen boolean not null,
        result text,
        constraint agenda_item_pkey primary key (municipality_id, record_id, id),
        constraint agenda_item_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id),
        constraint agenda_item_case_fkey foreign key (municipality_id, case_id) references record (municipality_id, id)
      )`);
    await runner.query('create index agenda_item_case on agenda_item (municipality_id, case_id)');
    await runner.query(`
      create table invitation (
        municipality_id text not null,
        record_id uuid not null,
        id uuid not null,
        agency text not null,
        required boolean not null,
        sent boolean not null,
        reply text,
        via text,
        late boolean not null,
        replied_at timestamptz,
        expired boolean not null,
        token_hash bytea not null,
        constraint invitation_pkey primary key (municipality_id, record_id, id),
        constraint invitation_token_key unique (municipality_id, token_hash),
        constraint invitation_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query('create index invitation_token on invitation (token_hash)');
    for (const table of tables) {
      await protect(runner, table);
      await grantApp(runner, table, 'select, insert, update, delete');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['invitation', 'agenda_item', 'sitting']) await runner.query(`drop table ${table}`);
  }
}
