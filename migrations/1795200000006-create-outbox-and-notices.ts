import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantApp, protect, showClock } from './row-security.ts';

/** The one way anything leaves a transaction, the words it carries, and the pulse of those who carry them. */
export class CreateOutboxAndNotices1795200000006 implements MigrationInterface {
  readonly name = 'CreateOutboxAndNotices1795200000006';

  async up(runner: QueryRunner): Promise<void> {
    // Each upsert takes a new number: a relay that finished an older one deletes nothing that came after it.
    await runner.query('create sequence outbox_seq as bigint');
    await runner.query(`
      create table outbox (
        topic text not null,
        key text not null,
        seq bigint not null default nextval('outbox_seq'),
        municipality_id text not null,
        try_at timestamptz not null default now(),
        attempts integer not null default 0,
        queued_at timestamptz not null default now(),
        constraint outbox_pkey primary key (topic, key)
      ) with (fillfactor = 50)`);
    await runner.query('create index outbox_due on outbox (topic, try_at)');
    await runner.query(`
      create table notice (
        municipality_id text not null,
        id uuid not null,
        record_id uuid not null,
        key text not null,
        kind text not null,
        recipient_agency text not null,
        recipient_to text not null,
        invitation_id uuid,
        sequence integer,
        obligation_kind text,
        created_at timestamptz not null,
        state text not null default 'queued',
        attempts integer not null default 0,
        last_result text,
        sent_at timestamptz,
        constraint notice_pkey primary key (municipality_id, id),
        constraint notice_once unique (municipality_id, record_id, key),
        constraint notice_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await runner.query(
      'create table heartbeat (name text not null, at timestamptz not null default now(), constraint heartbeat_pkey primary key (name))',
    );
    for (const table of ['outbox', 'notice']) await protect(runner, table);
    await grantApp(runner, 'outbox', 'select, insert, update, delete');
    await grantApp(runner, 'notice', 'select, insert');
    await runner.query('grant update (state, attempts, last_result, sent_at) on notice to tsunagi_app');
    await runner.query('grant select, insert, update on heartbeat to tsunagi_app, tsunagi_clock');
    await runner.query('grant usage on sequence outbox_seq to tsunagi_app, tsunagi_clock');
    await runner.query('create policy clock_carries on outbox to tsunagi_clock using (true) with check (true)');
    await runner.query('grant select, insert, update, delete on outbox to tsunagi_clock');
    await showClock(runner, 'notice', 'municipality_id, id, state, attempts, created_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['heartbeat', 'notice', 'outbox']) await runner.query(`drop table ${table}`);
    await runner.query('drop sequence outbox_seq');
  }
}
