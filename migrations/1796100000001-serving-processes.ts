import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every serving process tells of itself, one row each: with one row a name, the loss of one of two went unseen. */
export class ServingProcesses1796100000001 implements MigrationInterface {
  readonly name = 'ServingProcesses1796100000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop table heartbeat');
    await runner.query(`
      create table serving_process (
        name text not null,
        instance text not null,
        started_at timestamptz not null default now(),
        at timestamptz not null default now(),
        nudged_at timestamptz,
        handled_at timestamptz,
        trouble text,
        trouble_since timestamptz,
        constraint serving_process_pkey primary key (name, instance)
      )`);
    await runner.query('grant select, insert, update, delete on serving_process to tsunagi_app, tsunagi_clock');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table serving_process');
    await runner.query(`
      create table heartbeat (
        name text not null,
        at timestamptz not null default now(),
        constraint heartbeat_pkey primary key (name)
      )`);
    await runner.query('grant select, insert, update on heartbeat to tsunagi_app, tsunagi_clock');
  }
}
