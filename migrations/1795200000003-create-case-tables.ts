import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantApp, protect } from './row-security.ts';

const tables = ['support_case', 'person', 'consent', 'handoff', 'plan'] as const;

/** What lists and rights ask of a case, kept by the commit that changes it: persons and their consents, つなぎ, plans. */
export class CreateCaseTables1795200000003 implements MigrationInterface {
  readonly name = 'CreateCaseTables1795200000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table support_case (
        municipality_id text not null,
        record_id uuid not null,
        number text not null,
        stage text not null,
        round integer not null,
        urgent boolean not null,
        opened_on date not null,
        lead_agency text not null,
        person_in_charge_agency text not null,
        person_in_charge uuid,
        track text not null,
        intake_version text not null,
        is_open boolean not null,
        constraint support_case_pkey primary key (municipality_id, record_id),
        constraint support_case_number_key unique (municipality_id, number),
        constraint support_case_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      ) with (fillfactor = 80)`);
    await runner.query('create index support_case_open on support_case (municipality_id, record_id) where is_open');
    await runner.query(`
      create table person (
        municipality_id text not null,
        record_id uuid not null,
        id uuid not null,
        place integer not null,
        role text not null,
        relation text not null,
        birth_year integer,
        name_text uuid not null,
        track text not null,
        constraint person_pkey primary key (municipality_id, record_id, id),
        constraint person_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query(`
      create table consent (
        municipality_id text not null,
        record_id uuid not null,
        person_id uuid not null,
        status text not null,
        stated_on date,
        method text,
        agencies text[] not null,
        purposes text[] not null,
        item_classes text[] not null,
        taken_by text,
        representative_ground text,
        review_on date,
        constraint consent_pkey primary key (municipality_id, record_id, person_id),
        constraint consent_person_fkey foreign key (municipality_id, record_id, person_id) references person (municipality_id, record_id, id)
      )`);
    await runner.query(`
      create table handoff (
        municipality_id text not null,
        record_id uuid not null,
        id uuid not null,
        is_main boolean not null,
        purpose text not null,
        from_agency text not null,
        to_agency text not null,
        sent_on date not null,
        state text not null,
        expired boolean not null,
        answered_on date,
        reason text,
        suggestion text,
        constraint handoff_pkey primary key (municipality_id, record_id, id),
        constraint handoff_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query(
      `create index handoff_awaiting on handoff (municipality_id, to_agency) where state = 'awaiting'`,
    );
    await runner.query(`
      create table plan (
        municipality_id text not null,
        record_id uuid not null,
        id uuid not null,
        kind text not null,
        round integer not null,
        draft integer not null,
        owner_agency text not null,
        starts_on date not null,
        ends_on date not null,
        applied_on date,
        review text not null,
        state text not null,
        decided_on date,
        decided_by uuid,
        constraint plan_pkey primary key (municipality_id, record_id, id),
        constraint plan_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    for (const table of tables) {
      await protect(runner, table);
      await grantApp(runner, table, 'select, insert, update, delete');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['plan', 'handoff', 'consent', 'person', 'support_case'])
      await runner.query(`drop table ${table}`);
  }
}
