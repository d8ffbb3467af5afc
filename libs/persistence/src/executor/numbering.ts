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
 * Puts the next number on a command that begins a record, within the 年度 of the day that counts. Taken in the command's own transaction: a refused
 * beginning leaves no gap.
 */
export async function numbered<C extends { readonly type: string }>(
  tx: Transaction,
  kind: RecordKind,
  beginning: C,
  { today }: Context,
): Promise<C> {
  const numbering = numberingOf(kind);
  const fiscalYear = fiscalYearOf(numbering.dayOf(beginning, today));
  const counter = numbering.counterOf(beginning);
  const row = await tx.first<{ value: number }>(take, [tx.municipality, counter, fiscalYear]);
  if (!row) throw new Error(`the counter ${counter} gave no number`);
  return { ...beginning, ...numbering.given(fiscalYear, row.value) };
}
