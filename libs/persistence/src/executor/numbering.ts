import { fiscalYearOf } from '#libs/calendar';
import type { RecordKind } from '#libs/contracts';
import { numberingOf, type Context } from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';

const take: Statement = {
  name: 'counter-take',
  text: `insert into counter as c (municipality_id, name, fiscal_year, value) values ($1, $2, $3, 1)
         on conflict (municipality_id, name, fiscal_year) do update set value = c.value + 1 returning value`,
};

/**
 * Puts the next number of the 年度 on a command that begins a record, where its kind is counted. Taken in the command's own transaction: a
 * refused beginning leaves no gap.
 */
export async function numbered<C extends { readonly type: string }>(
  tx: Transaction,
  kind: RecordKind,
  beginning: C,
  { today }: Context,
): Promise<C> {
  const numbering = numberingOf(kind);
  if (!numbering) return beginning;
  const fiscalYear = fiscalYearOf(today);
  const { counter } = numbering;
  const row = await tx.first<{ value: number }>(take, [tx.municipality, counter, fiscalYear]);
  if (!row) throw new Error(`the counter ${counter} gave no number`);
  return { ...beginning, ...numbering.given(fiscalYear, row.value) };
}
