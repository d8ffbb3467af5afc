import type { Statement, Transaction } from '../connection/transaction.ts';

const counters: Statement = {
  name: 'read-counters',
  text: 'select name, value from counter where municipality_id = $1 and fiscal_year = $2 order by name',
};

/** The counters of a 年度 (R77), by name. */
export async function countersOf(tx: Transaction, fiscalYear: number): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows<{ name: string; value: number }>(counters, [tx.municipality, fiscalYear]);
  return new Map(rows.map(({ name, value }) => [name, value]));
}
