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
    await runner.query('alter table board_row add column late_from timestamptz');
    for (const table of ['board_row', 'obligation'])
      await runner.query(`alter table ${table} no force row level security`);
    await runner.query(`
      update board_row b set is_vacant = coalesce(b.stall_cause = 'personInChargeVacant', false), sort_since = coalesce(b.stall_since, 'infinity'),
        late_from = (
          select min(o.due_at) from obligation o
          where o.municipality_id = b.municipality_id and o.record_id = b.record_id
            and o.kind not in ('sitting-awaited', 'monitoring-round', 'next-step') and o.next_step is distinct from 'start')`);
    for (const table of ['board_row', 'obligation'])
      await runner.query(`alter table ${table} force row level security`);
    await runner.query(`
      create index board_row_open on board_row (municipality_id, urgent, is_vacant, sort_since, record_id, stall_from, late_from)
      where is_open`);
    for (const moment of ['stall', 'late'])
      await runner.query(`
        create index board_row_${moment === 'stall' ? 'stalled' : 'late'} on board_row (municipality_id, urgent, is_vacant, ${moment}_from)
        where is_open`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['open', 'stalled', 'late']) await runner.query(`drop index board_row_${name}`);
    await runner.query('alter table board_row drop column is_vacant, drop column sort_since, drop column late_from');
    await runner.query(
      'create index board_row_open on board_row (municipality_id, urgent, stall_cause, stall_since, record_id) where is_open',
    );
  }
}
