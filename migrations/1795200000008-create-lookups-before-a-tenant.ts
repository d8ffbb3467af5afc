import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions = [
  'session_by_token(bytea)',
  'invitation_by_token(bytea)',
  'demo_people()',
  'ensure_account(uuid, text)',
];

/**
 * Questions that are asked before it is known for which municipality: whose session is this, which invitation is this link's, who
 * are the people of the demo, and the one way an account is added. Each runs as the owner, who sees just these tables without a tenant.
 */
export class CreateLookupsBeforeATenant1795200000008 implements MigrationInterface {
  readonly name = 'CreateLookupsBeforeATenant1795200000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['municipality', 'membership', 'session', 'invitation']) {
      await runner.query(`create policy looked_up on ${table} for select to current_role using (true)`);
    }
    await runner.query(`
      create function session_by_token(token_hash bytea)
      returns table (municipality_id text, municipality_name text, is_demo boolean, membership_id uuid, agency text, posts text[], display_name text, began_at timestamptz, expires_at timestamptz)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      begin atomic
        select s.municipality_id, t.name, t.is_demo, s.membership_id, m.agency, m.posts, m.display_name, s.created_at, s.expires_at
        from public.session s
        join public.membership m on m.municipality_id = s.municipality_id and m.id = s.membership_id
        join public.municipality t on t.municipality_id = s.municipality_id
        where s.token_hash = session_by_token.token_hash and s.expires_at > now()
          and (m.until is null or m.until >= (now() at time zone 'Asia/Tokyo')::date);
      end`);
    await runner.query(`
      create function invitation_by_token(token_hash bytea)
      returns table (municipality_id text, sitting_id uuid, invitation_id uuid, agency text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      begin atomic
        select i.municipality_id, i.record_id, i.id, i.agency from public.invitation i where i.token_hash = invitation_by_token.token_hash;
      end`);
    // Only of municipalities that are marked as a demo: elsewhere nobody learns who has an account.
    await runner.query(`
      create function demo_people()
      returns table (municipality_id text, municipality_name text, membership_id uuid, agency text, posts text[], display_name text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      begin atomic
        select m.municipality_id, t.name, m.id, m.agency, m.posts, m.display_name
        from public.membership m join public.municipality t on t.municipality_id = m.municipality_id
        where t.is_demo and (m.until is null or m.until >= (now() at time zone 'Asia/Tokyo')::date)
        order by m.municipality_id, m.agency, m.display_name;
      end`);
    await runner.query(`
      create function ensure_account(new_id uuid, new_login text) returns uuid
      language sql volatile security definer set search_path = pg_catalog, public, pg_temp
      begin atomic
        insert into public.account as a (id, login) values (new_id, new_login)
        on conflict (login) do update set login = excluded.login returning a.id;
      end`);
    for (const signature of functions) {
      await runner.query(`revoke all on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to tsunagi_app`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of functions) await runner.query(`drop function ${signature}`);
    for (const table of ['invitation', 'session', 'membership', 'municipality'])
      await runner.query(`drop policy looked_up on ${table}`);
  }
}
