import type { MigrationInterface, QueryRunner } from 'typeorm';

const signature = 'write_log(text, text, text[], text[])';

/**
 * Events, disclosures and audit entries are written by one function, with the head of the chain: `docs/decisions/0015`. It makes the rows
 * out of the very texts whose hashes the entry holds, and stamps entry and events with the database's clock; whoever serves requests can
 * write no row beside an entry, set no head and remove no text. Fast.
 */
export class LogOnlyThroughItsFunction1796000000003 implements MigrationInterface {
  readonly name = 'LogOnlyThroughItsFunction1796000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_entry add column v integer not null default 1');
    await runner.query(`
      create function write_log(before_at text, after_at text, facts text[], disclosed text[]) returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
      as $body$
      declare
        town constant text := nullif(current_setting('app.municipality', true), '');
        genesis constant bytea := decode(repeat('00', 32), 'hex');
        stamp constant timestamptz := date_trunc('milliseconds', clock_timestamp());
        content constant text := before_at || to_char(stamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || after_at;
        entry constant jsonb := content::jsonb;
        place integer;
        previous bytea;
        link bytea;
        written integer;
      begin
        if town is null then
          raise exception 'a log is of a municipality' using errcode = 'insufficient_privilege';
        end if;
        if entry ->> 'municipality' is distinct from town or entry -> 'v' is distinct from '2'::jsonb
          or jsonb_array_length(entry -> 'events') <> cardinality(facts) or jsonb_array_length(entry -> 'disclosures') <> cardinality(disclosed)
        then
          raise exception 'this is no entry of the log' using errcode = 'integrity_constraint_violation';
        end if;
        insert into public.audit_head as h (municipality_id, seq, prev_hash, hash)
        values (town, 1, genesis, sha256(genesis || convert_to(content, 'UTF8')))
        on conflict (municipality_id) do update
          set seq = h.seq + 1, prev_hash = h.hash, hash = sha256(h.hash || convert_to(content, 'UTF8'))
        returning h.seq, h.prev_hash, h.hash into place, previous, link;
        insert into public.audit_entry (municipality_id, seq, at, actor, action, command_id, record_id, events, texts, disclosures, prev_hash, hash, v)
        values (town, place, stamp, entry -> 'actor', entry ->> 'action', entry ->> 'commandId', (entry ->> 'recordId')::uuid,
          entry -> 'events', entry -> 'texts', entry -> 'disclosures', previous, link, 2);
        if cardinality(facts) > 0 then
          insert into public.event (municipality_id, record_id, seq, type, v, payload, actor, command_id, at, recorded_at)
          select town, (said ->> 'recordId')::uuid, fact.seq, fact.payload ->> 'type', (fact.payload -> 'v')::int, fact.payload,
            entry -> 'actor', entry ->> 'commandId', fact.at, stamp
          from jsonb_array_elements(entry -> 'events') with ordinality as given (said, nth)
            cross join lateral jsonb_to_recordset(facts[given.nth]::jsonb) as fact (seq int, at timestamptz, payload jsonb)
          where encode(sha256(convert_to(facts[given.nth], 'UTF8')), 'hex') = said ->> 'sha256'
            and fact.seq between (said -> 'from')::int and (said -> 'to')::int;
          get diagnostics written = row_count;
          if written is distinct from (
            select sum((said -> 'to')::int - (said -> 'from')::int + 1) from jsonb_array_elements(entry -> 'events') as given (said))
          then
            raise exception 'the entry speaks of other events' using errcode = 'integrity_constraint_violation';
          end if;
        end if;
        if cardinality(disclosed) > 0 then
          insert into public.disclosure (municipality_id, id, record_id, person_id, to_agency, to_membership, what, basis, at)
          select town, told.id, told."recordId", told."personId", told."toAgency", told."toMembership", told.what, told.basis, told.at
          from jsonb_array_elements(entry -> 'disclosures') with ordinality as given (said, nth)
            cross join lateral jsonb_to_record(disclosed[given.nth]::jsonb) as told
              (id uuid, "recordId" uuid, "personId" uuid, "toAgency" text, "toMembership" uuid, what text, basis text, at timestamptz)
          where encode(sha256(convert_to(disclosed[given.nth], 'UTF8')), 'hex') = said ->> 'sha256' and told.id::text = said ->> 'id';
          get diagnostics written = row_count;
          if written <> cardinality(disclosed) then
            raise exception 'the entry speaks of other disclosures' using errcode = 'integrity_constraint_violation';
          end if;
        end if;
      end
      $body$`);
    await runner.query(`revoke all on function ${signature} from public`);
    await runner.query(`grant execute on function ${signature} to tsunagi_app`);
    await runner.query('revoke insert, update on audit_head from tsunagi_app');
    for (const table of ['audit_entry', 'event', 'disclosure'])
      await runner.query(`revoke insert on ${table} from tsunagi_app`);
    for (const table of ['text_revision', 'record_key'])
      await runner.query(`revoke delete on ${table} from tsunagi_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['text_revision', 'record_key']) await runner.query(`grant delete on ${table} to tsunagi_app`);
    for (const table of ['audit_entry', 'event', 'disclosure'])
      await runner.query(`grant insert on ${table} to tsunagi_app`);
    await runner.query('grant insert, update on audit_head to tsunagi_app');
    await runner.query(`drop function ${signature}`);
    await runner.query('alter table audit_entry drop column v');
  }
}
