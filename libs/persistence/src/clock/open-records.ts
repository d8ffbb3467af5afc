import {
  completed,
  workflowIdOf,
  type RecordKind,
  type RecordRef,
  type SentStanding,
  type Standing,
} from '#libs/contracts';
import type { DataSource } from 'typeorm';
import { withoutMunicipality, type Statement } from '../connection/transaction.ts';
import { nudgePiece } from '../executor/statements.ts';

// Everything here is asked with the clock's connection, which sees ids, dates and standings of every municipality.

interface RefRow {
  readonly municipality: string;
  readonly kind: RecordKind;
  readonly id: string;
}

const standing: Statement = {
  name: 'clock-standing',
  text: `
    select r.standing, i.epoch::float8 as epoch, coalesce(r.next_due_at <= now(), false) as due from record r cross join installation i
    where r.municipality_id = $1 and r.id = $2 and r.kind = $3`,
};

/** Where a record stands at this moment, and whether something is due by the database's clock: what a nudge says. Nothing when there is no such record. */
export async function standingForNudge(clock: DataSource, ref: RecordRef): Promise<SentStanding | undefined> {
  const [row] = await withoutMunicipality<{ standing: Standing; epoch: number; due: boolean }>(clock, standing, [
    ref.municipality,
    ref.id,
    ref.kind,
  ]);
  return row && completed(ref.kind, { ...row.standing, epoch: row.epoch, ...(row.due && { isDue: true }) });
}

const open: Statement = {
  name: 'clock-open-records',
  text: `
    select municipality_id as municipality, kind, id from record
    where is_open and ($1::text is null or (municipality_id, id) > ($1, $2::uuid))
    order by municipality_id, id limit $3`,
};

/** Open records of all municipalities, `limit` after `after`: for a rebuild, page by page. */
export const openRecords = async (
  clock: DataSource,
  after: Pick<RecordRef, 'municipality' | 'id'> | undefined,
  limit: number,
): Promise<RefRow[]> => withoutMunicipality(clock, open, [after?.municipality ?? null, after?.id ?? null, limit]);

const renudge: Statement = {
  name: 'clock-renudge',
  text: `
    with put as (
      ${nudgePiece('$1')}
      returning 1)
    select count(*)::int as count, pg_notify('outbox', 'nudge') from put`,
};

/** Puts a nudge before the relay for each of these records, as a commit does. @returns how many */
export async function nudgeRecords(clock: DataSource, refs: readonly RecordRef[]): Promise<number> {
  const keys = refs.map((ref) => ({ key: workflowIdOf(ref), municipality: ref.municipality }));
  const [row] = await withoutMunicipality<{ count: number }>(clock, renudge, [JSON.stringify(keys)]);
  return row?.count ?? 0;
}

const overdue: Statement = {
  name: 'clock-overdue-records',
  text: `
    select municipality_id as municipality, kind, id from record
    where next_due_at is not null and next_due_at < now() - $1::float8 * interval '1 minute' and is_open
      and not exists (select 1 from outbox o where o.topic = 'nudge' and o.key = record.kind || '/' || record.municipality_id || '/' || record.id)
    order by next_due_at limit $2`,
};

/**
 * The sweep: records whose next date lies more than `minutes` back without a nudge on its way get one again.
 * @returns those records; in a healthy house there are none
 */
export async function overdueRecords(clock: DataSource, minutes: number, limit = 1_000): Promise<RefRow[]> {
  const late = await withoutMunicipality<RefRow>(clock, overdue, [minutes, limit]);
  if (late.length > 0) await nudgeRecords(clock, late);
  return late;
}
