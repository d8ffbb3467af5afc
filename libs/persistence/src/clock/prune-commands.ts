import type { DataSource } from 'typeorm';
import { withoutMunicipality, type Statement } from '../connection/transaction.ts';

// Why this is sound: docs/decisions/0009-forgotten-commands.md.

const since: Statement = {
  name: 'clock-commands-since',
  text: `
    update installation set commands_since = greatest(commands_since, now() - $1::float8 * interval '1 day')
    returning (extract(epoch from commands_since) * 1000)::float8 as ms`,
};

/** Ids that tell by themselves that they are old: version 7 made before `$1`, and those of workflows and the clock. */
const tellsItself = `
  (l.command_id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-7' and ('x' || lpad(replace(substr(l.command_id, 1, 13), '-', ''), 16, '0'))::bit(64)::bigint < $1::float8)
  or l.command_id ~ '^[^/]+/[^/]+/[^/]+/[^/]+/[^/]+$'`;
/** An hour of grace: whoever began before `commands_since` was moved has ended by then. */
const longAgo = `l.at < to_timestamp($1::float8 / 1000) - interval '1 hour'`;

const forget: Statement = {
  name: 'clock-forget-commands',
  text: `
    with old as (select l.municipality_id, l.command_id from command_log l where ${longAgo} and (${tellsItself}) limit $2),
      gone as (
        delete from command_log l using old where l.municipality_id = old.municipality_id and l.command_id = old.command_id returning 1)
    select count(*)::int as n from gone`,
};

/** Of the others the id stays, and that is all. */
const reduce: Statement = {
  name: 'clock-reduce-commands',
  text: `
    with old as (
        select l.municipality_id, l.command_id from command_log l
        where ${longAgo} and l.fingerprint <> '' and not (${tellsItself}) limit $2),
      reduced as (
        update command_log l set answer = null, fingerprint = '' from old
        where l.municipality_id = old.municipality_id and l.command_id = old.command_id returning 1)
    select count(*)::int as n from reduced`,
};

/**
 * Forgets commands that were carried out more than `days` ago, at most `batch` at a time, until none is left. A repeat of one is
 * refused from then on, never done twice. Asked with the clock's connection.
 * @returns how many rows went or shrank
 */
export async function pruneCommands(clock: DataSource, days: number, batch = 1_000): Promise<number> {
  const [row] = await withoutMunicipality<{ ms: number }>(clock, since, [days]);
  if (!row) throw new Error('the installation has no row');
  let pruned = 0;
  for (const step of [forget, reduce]) {
    let n: number;
    do {
      n = (await withoutMunicipality<{ n: number }>(clock, step, [row.ms, batch]))[0]?.n ?? 0;
      pruned += n;
    } while (n === batch);
  }
  return pruned;
}
