import { fiscalYearOf, fiscalYearStart, toWareki } from '#libs/calendar';
import type { Context } from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';

const take: Statement = {
  name: 'counter-take',
  text: `insert into counter as c (municipality_id, name, fiscal_year, value) values ($1, $2, $3, 1)
         on conflict (municipality_id, name, fiscal_year) do update set value = c.value + 1 returning value`,
};

/**
 * Puts the next number on a command that begins a record: `R8-001` for a case, 第n回 for a sitting of a body, both within the 年度 of
 * today. Taken in the command's own transaction: a refused beginning leaves no gap.
 */
export async function numbered<C extends { readonly type: string }>(
  tx: Transaction,
  command: C,
  { today }: Context,
): Promise<C> {
  const fiscalYear = fiscalYearOf(today);
  const next = async (name: string): Promise<number> => {
    const row = await tx.first<{ value: number }>(take, [tx.municipality, name, fiscalYear]);
    if (!row) throw new Error(`the counter ${name} gave no number`);
    return row.value;
  };
  switch (command.type) {
    case 'open-case':
    case 'record-advice-only':
      return { ...command, caseNumber: caseNumber(fiscalYear, await next('case-number')) };
    case 'open-sitting':
      return { ...command, ordinal: await next(`ordinal.${'body' in command ? String(command.body) : ''}`) };
    default:
      return command;
  }
}

/** The era is that of 1 October, as the name of the 年度 is: 令和8年度 gives R8. */
export const caseNumber = (fiscalYear: number, n: number): string =>
  `${toWareki(fiscalYearStart(fiscalYear).replace('-04-01', '-10-01')).short}-${String(n).padStart(3, '0')}`;
