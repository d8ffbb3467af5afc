import type { StallCause } from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';

/** What a line of a list adds: does it stand still, why, since when. */
export interface Standstill {
  readonly recordId: string;
  readonly cause: StallCause | null;
  /** The day the cause began. */
  readonly since: string | null;
  readonly dueOn: string | null;
  readonly stalled: boolean;
}

const standstills: Statement = {
  name: 'list-standstills',
  text: `
    select record_id as "recordId", stall_cause as cause, stall_since::text as since, due_on::text as "dueOn",
      coalesce(stall_from <= to_timestamp($3::float8 / 1000), false) as stalled
    from board_row where municipality_id = $1 and record_id = any($2::uuid[])`,
};

/** By record id, for the records of one page. `nowMs`: from then on counts as stalled. */
export async function standstillsOf(
  tx: Transaction,
  recordIds: readonly string[],
  nowMs: number,
): Promise<ReadonlyMap<string, Standstill>> {
  const rows =
    recordIds.length === 0 ? [] : await tx.rows<Standstill>(standstills, [tx.municipality, recordIds, nowMs]);
  return new Map(rows.map((row) => [row.recordId, row]));
}

const places: Statement = {
  name: 'list-sitting-places',
  text: `select id, state ->> 'placeText' as "placeText" from record where municipality_id = $1 and id = any($2::uuid[]) and kind = 'sitting'`,
};

/** Text ids of where the sittings of one page are held, by record id. */
export async function placeTextsOf(
  tx: Transaction,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows =
    recordIds.length === 0
      ? []
      : await tx.rows<{ id: string; placeText: string }>(places, [tx.municipality, recordIds]);
  return new Map(rows.map(({ id, placeText }) => [id, placeText]));
}
