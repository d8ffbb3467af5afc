import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantApp, protect } from './row-security.ts';

/** The transaction's own person; nobody where none was named. */
const own = `membership_id::text = (select nullif(current_setting('app.actor', true), ''))`;

/** What somebody has begun to write and not sent: sealed, theirs alone, gone after some days (`docs/decisions/0018`). */
export class Drafts1796000000006 implements MigrationInterface {
  readonly name = 'Drafts1796000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table draft (
        municipality_id text not null,
        membership_id uuid not null,
        place text not null,
        ciphertext bytea not null,
        key_id text not null,
        wrapped_key bytea not null,
        saved_at timestamptz not null,
        expires_at timestamptz not null,
        constraint draft_pkey primary key (municipality_id, membership_id, place),
        constraint draft_membership_fkey foreign key (municipality_id, membership_id) references membership (municipality_id, id) on delete cascade
      )`);
    await runner.query('create index draft_expiry on draft (expires_at)');
    await protect(runner, 'draft');
    await runner.query(`create policy own on draft as restrictive to tsunagi_app using (${own}) with check (${own})`);
    await grantApp(runner, 'draft', 'select, insert, update, delete');
    await runner.query('create policy clock_prunes on draft to tsunagi_clock using (true)');
    await runner.query(
      'grant select (municipality_id, membership_id, place, expires_at), delete on draft to tsunagi_clock',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table draft');
  }
}
