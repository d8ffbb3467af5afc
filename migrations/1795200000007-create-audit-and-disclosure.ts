import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantApp, protect } from './row-security.ts';

/** Who did, read and passed on what. The chain's format: docs/decisions/0003-audit-chain.md. */
export class CreateAuditAndDisclosure1795200000007 implements MigrationInterface {
  readonly name = 'CreateAuditAndDisclosure1795200000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_head (
        municipality_id text not null,
        seq integer not null,
        prev_hash bytea not null,
        hash bytea not null,
        constraint audit_head_pkey primary key (municipality_id)
      ) with (fillfactor = 20)`);
    await runner.query(`
      create table audit_entry (
        municipality_id text not null,
        seq integer not null,
        at timestamptz not null,
        actor jsonb not null,
        action text not null,
        command_id text,
        record_id uuid,
        events jsonb not null,
        texts jsonb not null,
        disclosures jsonb not null,
        prev_hash bytea not null,
        hash bytea not null,
        constraint audit_entry_pkey primary key (municipality_id, seq)
      )`);
    await runner.query('create index audit_entry_record on audit_entry (municipality_id, record_id, seq)');
    await runner.query(`
      create table disclosure (
        municipality_id text not null,
        id uuid not null,
        record_id uuid not null,
        person_id uuid,
        to_agency text,
        to_membership uuid,
        what text not null,
        basis text not null,
        at timestamptz not null,
        constraint disclosure_pkey primary key (municipality_id, id),
        constraint disclosure_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query('create index disclosure_record on disclosure (municipality_id, record_id, at)');
    await runner.query('create index disclosure_agency on disclosure (municipality_id, to_agency, at)');
    for (const table of ['audit_head', 'audit_entry', 'disclosure']) await protect(runner, table);
    await grantApp(runner, 'audit_head', 'select, insert, update');
    await grantApp(runner, 'audit_entry', 'select, insert');
    await grantApp(runner, 'disclosure', 'select, insert');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['disclosure', 'audit_entry', 'audit_head']) await runner.query(`drop table ${table}`);
  }
}
