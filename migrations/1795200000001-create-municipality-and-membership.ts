import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantApp, protect } from './row-security.ts';

/** Who works where. Accounts are global and hold credentials only; everything else belongs to a municipality. */
export class CreateMunicipalityAndMembership1795200000001 implements MigrationInterface {
  readonly name = 'CreateMunicipalityAndMembership1795200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant usage on schema public to tsunagi_app, tsunagi_clock');
    await runner.query(`
      create table municipality (
        municipality_id text not null,
        name text not null,
        is_demo boolean not null default false,
        constraint municipality_pkey primary key (municipality_id)
      )`);
    await runner.query(`
      create table account (
        id uuid not null,
        login text not null,
        created_at timestamptz not null default now(),
        constraint account_pkey primary key (id),
        constraint account_login_key unique (login)
      )`);
    await runner.query(`
      create table membership (
        municipality_id text not null,
        id uuid not null,
        account_id uuid not null,
        agency text not null,
        posts text[] not null,
        display_name text not null,
        until date,
        constraint membership_pkey primary key (municipality_id, id),
        constraint membership_municipality_fkey foreign key (municipality_id) references municipality (municipality_id),
        constraint membership_account_fkey foreign key (account_id) references account (id)
      )`);
    await runner.query('create index membership_account on membership (account_id)');
    await runner.query('create index membership_agency on membership (municipality_id, agency)');
    await runner.query(`
      create table session (
        municipality_id text not null,
        token_hash bytea not null,
        membership_id uuid not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        last_seen_at timestamptz not null default now(),
        constraint session_pkey primary key (municipality_id, token_hash),
        constraint session_membership_fkey foreign key (municipality_id, membership_id) references membership (municipality_id, id) on delete cascade
      )`);
    await runner.query('create index session_token on session (token_hash)');
    await runner.query('create index session_membership on session (municipality_id, membership_id)');
    await runner.query('create index session_expiry on session (expires_at)');
    for (const table of ['municipality', 'membership', 'session']) await protect(runner, table);
    // Credentials have no municipality: the application may only add one and learn its id, through functions.
    await runner.query('alter table account enable row level security');
    await grantApp(runner, 'municipality', 'select, insert, update');
    await grantApp(runner, 'membership', 'select, insert, update');
    await grantApp(runner, 'session', 'select, insert, update, delete');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['session', 'membership', 'account', 'municipality']) await runner.query(`drop table ${table}`);
    await runner.query('revoke usage on schema public from tsunagi_app, tsunagi_clock');
  }
}
