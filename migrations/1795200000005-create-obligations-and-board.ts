import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantApp, protect } from './row-security.ts';

/** The narrow rows that my-work and the board read, and the counters kept by the same commit: nothing is counted live. */
export class CreateObligationsAndBoard1795200000005 implements MigrationInterface {
  readonly name = 'CreateObligationsAndBoard1795200000005';

  async up(runner: QueryRunner): Promise<void> {
    // Open obligations only: a settled one leaves the table, the log keeps it.
    await runner.query(`
      create table obligation (
        municipality_id text not null,
        record_id uuid not null,
        key text not null,
        kind text not null,
        agency text not null,
        post text not null,
        membership_id uuid,
        blocking boolean not null,
        asked_on date not null,
        asked_by text,
        due_on date not null,
        due_at timestamptz not null,
        next_step text,
        next_step_on date,
        next_step_at timestamptz,
        about text,
        constraint obligation_pkey primary key (municipality_id, record_id, key),
        constraint obligation_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      ) with (fillfactor = 80)`);
    await runner.query('create index obligation_work on obligation (municipality_id, agency, due_on, record_id, key)');
    await runner.query(`
      create table board_row (
        municipality_id text not null,
        record_id uuid not null,
        kind text not null,
        number text not null,
        stage text not null,
        track text,
        urgent boolean not null,
        lead_agency text,
        person_in_charge uuid,
        stall_cause text,
        stall_key text,
        stall_from timestamptz,
        stall_since date,
        due_on date,
        holder_agency text,
        holder_post text,
        opened_on date not null,
        is_open boolean not null,
        constraint board_row_pkey primary key (municipality_id, record_id),
        constraint board_row_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      ) with (fillfactor = 80)`);
    await runner.query(
      'create index board_row_open on board_row (municipality_id, urgent, stall_cause, stall_since, record_id) where is_open',
    );
    await runner.query(`
      create table counter (
        municipality_id text not null,
        name text not null,
        fiscal_year integer not null,
        value integer not null,
        constraint counter_pkey primary key (municipality_id, name, fiscal_year)
      ) with (fillfactor = 50)`);
    for (const table of ['obligation', 'board_row']) await grantApp(runner, table, 'select, insert, update, delete');
    await grantApp(runner, 'counter', 'select, insert, update');
    for (const table of ['obligation', 'board_row', 'counter']) await protect(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['counter', 'board_row', 'obligation']) await runner.query(`drop table ${table}`);
  }
}
