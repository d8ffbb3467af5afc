import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The board's order lies in the index of what is open: a page of it reads its own lines instead of all. Rewrites `board_row`, one row a
 * record.
 */
export class BoardInItsOrder1796300000001 implements MigrationInterface {
  readonly name = 'BoardInItsOrder1796300000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index board_row_open');
    await runner.query('alter table board_row add column is_vacant boolean not null default false');
    await runner.query(`alter table board_row add column sort_since date not null default 'infinity'`);
    await runner.query('alter table board_row no force row level security');
    await runner.query(`
      update board_row set is_vacant = coalesce(stall_cause = 'personInChargeVacant', false), sort_since = coalesce(stall_since, 'infinity')
      where stall_cause is not null or stall_since is not null`);
    await runner.query('alter table board_row force row level security');
    await runner.query(`
      create index board_row_open on board_row (municipality_id, urgent, is_vacant, sort_since, record_id, stall_from) where is_open`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index board_row_open');
    await runner.query('alter table board_row drop column is_vacant, drop column sort_since');
    await runner.query(
      'create index board_row_open on board_row (municipality_id, urgent, stall_cause, stall_since, record_id) where is_open',
    );
  }
}
