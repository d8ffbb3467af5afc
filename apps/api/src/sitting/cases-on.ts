import { withEntries, type CaseState, type SittingState } from '#libs/domain';
import { caseOf, LeftEntries, type Transaction } from '#libs/persistence';

/** The cases of a sitting, each with its places on it, also those that have left its state: whether a 案件 is open is asked of them. */
export async function casesOn(
  tx: Transaction,
  { items }: Pick<SittingState, 'items'>,
): Promise<ReadonlyMap<string, CaseState>> {
  const cases = new Map<string, CaseState>();
  for (const [caseId, own = []] of Object.entries(Object.groupBy(items, (item) => item.caseId))) {
    const stored = await caseOf(tx, caseId);
    if (!stored) continue;
    const { placements } = stored.state;
    const gone = own.filter(({ id }) => !placements.some(({ itemId }) => itemId === id));
    const left = await new LeftEntries(tx, stored).named(gone.map(({ id }) => id));
    cases.set(caseId, withEntries(stored.state, left));
  }
  return cases;
}
