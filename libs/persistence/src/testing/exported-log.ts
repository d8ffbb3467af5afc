import type { RecordKind } from '#libs/contracts';
import type { AnyEvent, KeptState } from '#libs/domain';
import type { Transaction } from '../connection/transaction.ts';
import { historyOf } from '../reads/history.ts';

/** The log of a record as a file keeps it: facts and the state they made, no actors' names and no texts, which are not in the log. */
export interface ExportedLog {
  readonly kind: RecordKind;
  readonly events: readonly AnyEvent[];
  readonly state: KeptState;
}

/** Takes a record's log out, for finding errors. @throws when there is none */
export async function exportLog(tx: Transaction, recordId: string): Promise<ExportedLog> {
  const record = await tx.first<{ kind: RecordKind; state: KeptState }>(
    { name: 'export-record', text: 'select kind, state from record where municipality_id = $1 and id = $2' },
    [tx.municipality, recordId],
  );
  if (!record) throw new Error(`there is no record ${recordId}`);
  const events = await historyOf(tx, recordId);
  return { ...record, events: events.map(({ payload }) => payload as unknown as AnyEvent) };
}
