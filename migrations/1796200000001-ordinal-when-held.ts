import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 第n回 is fixed when a sitting is held: until then its row has none (`docs/decisions/0025`). Fast. */
export class OrdinalWhenHeld1796200000001 implements MigrationInterface {
  readonly name = 'OrdinalWhenHeld1796200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sitting alter column ordinal drop not null');
  }

  /** What an older build would have counted at the opening: the place in the order of the days. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sitting no force row level security');
    await runner.query(`
      update sitting s set ordinal = counted.n
      from (select municipality_id, record_id, row_number() over (
              partition by municipality_id, body, extract(year from held_on - interval '3 months') order by held_on, starts_at, record_id) as n
            from sitting) counted
      where s.ordinal is null and (s.municipality_id, s.record_id) = (counted.municipality_id, counted.record_id)`);
    await runner.query('alter table sitting force row level security');
    await runner.query('alter table sitting alter column ordinal set not null');
  }
}
