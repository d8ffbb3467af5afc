import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantApp, protect } from './row-security.ts';

/**
 * What a build must know of what older builds left: the shape of each record's state, the installation's epoch and number of procedures,
 * the alarms that are not settled, and up to when commands are forgotten. Fast; 0.1.0 wrote shape 1 and ran procedures 1.
 */
export class RecordShapeAndAlarms1795800000001 implements MigrationInterface {
  readonly name = 'RecordShapeAndAlarms1795800000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table record add column shape integer not null default 1');
    await runner.query('grant select (shape) on record to tsunagi_clock');
    await runner.query(`
      create table installation (
        id integer not null default 1,
        epoch bigint not null default 0,
        procedures integer not null default 1,
        commands_since timestamptz not null default '-infinity',
        running_workflows integer,
        short_since timestamptz,
        unsearchable_since timestamptz,
        constraint installation_pkey primary key (id),
        constraint installation_one check (id = 1)
      ) with (fillfactor = 20)`);
    await runner.query('insert into installation default values');
    await runner.query('grant select on installation to tsunagi_app, tsunagi_clock');
    await runner.query(
      `grant update (epoch, procedures, commands_since, running_workflows, short_since, unsearchable_since) on installation to tsunagi_clock`,
    );
    await runner.query(`
      create table alarm (
        municipality_id text not null,
        record_id uuid not null,
        kind text not null,
        what text not null,
        code text,
        since timestamptz not null default now(),
        last_seen timestamptz not null default now(),
        times integer not null default 1,
        constraint alarm_pkey primary key (municipality_id, record_id, kind, what),
        constraint alarm_record_fkey foreign key (municipality_id, record_id) references record (municipality_id, id)
      )`);
    await protect(runner, 'alarm');
    await grantApp(runner, 'alarm', 'select, insert, update, delete');
    await runner.query('create policy clock_reads on alarm for select to tsunagi_clock using (true)');
    await runner.query('grant select on alarm to tsunagi_clock');
    // The answer shrinks to what cannot be read elsewhere, and rows that are old enough go: docs/decisions/0009.
    await runner.query('create index command_log_at on command_log using brin (at)');
    await runner.query('create policy clock_prunes on command_log to tsunagi_clock using (true) with check (true)');
    await runner.query(
      'grant select (municipality_id, command_id, fingerprint, at), delete on command_log to tsunagi_clock',
    );
    await runner.query('grant update (answer, fingerprint) on command_log to tsunagi_clock');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'revoke all (municipality_id, command_id, fingerprint, at, answer) on command_log from tsunagi_clock',
    );
    await runner.query('revoke delete on command_log from tsunagi_clock');
    await runner.query('drop policy clock_prunes on command_log');
    await runner.query('drop index command_log_at');
    await runner.query('drop table alarm');
    await runner.query('drop table installation');
    await runner.query('alter table record drop column shape');
  }
}
