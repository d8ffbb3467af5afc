import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantApp, protect, showClock } from './row-security.ts';

/** The authority: each record's events, the state folded from them, and the texts that are kept apart under the record's key. */
export class CreateRecordLog1795200000002 implements MigrationInterface {
  readonly name = 'CreateRecordLog1795200000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table record (
        municipality_id text not null,
        id uuid not null,
        kind text not null,
        state jsonb not null,
        standing jsonb not null,
        seq integer not null,
        next_due_at timestamptz,
        is_open boolean not null,
        agencies text[] not null,
        updated_at timestamptz not null,
        constraint record_pkey primary key (municipality_id, id)
      ) with (fillfactor = 80)`);
    // Rebuild walks every open record, the sweep those whose date has passed: both over all municipalities.
    await runner.query('create index record_open on record (municipality_id, id) where is_open');
    await runner.query('create index record_due on record (next_due_at) where next_due_at is not null');
    await runner.query(`
      create table event (
        municipality_id text not null,
        record_id uuid not null,
        seq integer not null,
        type text not null,
        v integer not null,
        payload jsonb not null,
        actor jsonb not null,
        command_id text not null,
        at timestamptz not null,
        recorded_at timestamptz not null default now(),
        constraint event_pkey primary key (municipality_id, record_id, seq),
        constraint event_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query(`
      create table command_log (
        municipality_id text not null,
        command_id text not null,
        record_id uuid not null,
        command_type text not null,
        fingerprint bytea not null,
        answer jsonb,
        at timestamptz not null default now(),
        constraint command_log_pkey primary key (municipality_id, command_id)
      ) with (fillfactor = 70)`);
    await runner.query('create index command_log_record on command_log (municipality_id, record_id)');
    await runner.query(`
      create table record_key (
        municipality_id text not null,
        record_id uuid not null,
        key_id text not null,
        wrapped_key bytea not null,
        constraint record_key_pkey primary key (municipality_id, record_id),
        constraint record_key_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query(`
      create table text_revision (
        municipality_id text not null,
        id uuid not null,
        record_id uuid not null,
        slot text not null,
        ciphertext bytea not null,
        salt bytea not null,
        salted_hash bytea not null,
        created_at timestamptz not null,
        constraint text_revision_pkey primary key (municipality_id, id),
        constraint text_revision_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query('create index text_revision_record on text_revision (municipality_id, record_id)');
    for (const table of ['record', 'event', 'command_log', 'record_key', 'text_revision']) await protect(runner, table);
    await grantApp(runner, 'record', 'select, insert, update');
    // The log is written once; nobody who serves requests can change or remove what was written.
    await grantApp(runner, 'event', 'select, insert');
    await grantApp(runner, 'command_log', 'select, insert');
    await runner.query('grant update (answer) on command_log to tsunagi_app');
    await grantApp(runner, 'record_key', 'select, insert, delete');
    await grantApp(runner, 'text_revision', 'select, insert, delete');
    await showClock(runner, 'record', 'municipality_id, id, kind, standing, seq, next_due_at, is_open');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['text_revision', 'record_key', 'command_log', 'event', 'record'])
      await runner.query(`drop table ${table}`);
  }
}
