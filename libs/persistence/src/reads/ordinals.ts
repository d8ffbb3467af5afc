import { fiscalYearOf, type IsoDate } from '#libs/calendar';
import { ordinalsOf, type SittingInOrder } from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';

/** Of which body and on which day a sitting is. */
type OfBody = Pick<SittingInOrder, 'body' | 'heldOn'>;

const beside: Statement = {
  name: 'sittings-beside',
  text: `
    select s.record_id as id, s.body, s.stage, s.held_on::text as "heldOn", s.starts_at as "startsAt", s.ordinal
    from sitting s
    where s.municipality_id = $1
      and (s.body, extract(year from s.held_on - interval '3 months')::int) in (select * from unnest($2::text[], $3::int[]))`,
};

/** Every sitting of these bodies in the 年度 of these days. */
export async function sittingsBeside(tx: Transaction, these: readonly OfBody[]): Promise<readonly SittingInOrder[]> {
  if (these.length === 0) return [];
  return tx.rows<SittingInOrder>(beside, [
    tx.municipality,
    these.map(({ body }) => body),
    these.map(({ heldOn }) => fiscalYearOf(heldOn)),
  ]);
}

/** 第n回 of a sitting as it stands, or as it would stand on another day. */
export async function ordinalOf(tx: Transaction, sitting: SittingInOrder, today: IsoDate): Promise<number> {
  const others = (await sittingsBeside(tx, [sitting])).filter(({ id }) => id !== sitting.id);
  return ordinalIn(ordinalsOf([...others, sitting], today), sitting.id);
}

/** @throws for a sitting that was not among those that were counted */
export function ordinalIn(ordinals: ReadonlyMap<string, number>, id: string): number {
  const ordinal = ordinals.get(id);
  if (ordinal === undefined) throw new Error(`the sitting ${id} was not counted`);
  return ordinal;
}

interface Line {
  readonly recordId: string;
  readonly body: string | null;
  readonly heldOn: string | null;
}

/** 第n回 of the sittings among the lines of a list, by id. */
export async function ordinalsIn(
  tx: Transaction,
  lines: readonly Line[],
  today: IsoDate,
): Promise<ReadonlyMap<string, number>> {
  const these = lines.flatMap(({ body, heldOn }) => (body === null || heldOn === null ? [] : [{ body, heldOn }]));
  return ordinalsOf(await sittingsBeside(tx, these), today);
}

/** Lines in which kinds stand side by side, with 第n回 for the number of a sitting. */
export async function withOrdinals<L extends Line & { readonly number: string }>(
  tx: Transaction,
  lines: readonly L[],
  today: IsoDate,
): Promise<readonly L[]> {
  const ordinals = await ordinalsIn(tx, lines, today);
  return lines.map((line) => ({ ...line, number: ordinals.get(line.recordId)?.toString() ?? line.number }));
}
