import type { RecordKind } from '#libs/contracts';
import type { AnyEvent, KeptState, RecordDefinition } from '#libs/domain';
import type { Transaction } from '../connection/transaction.ts';
import { historyOf } from '../reads/record-reads.ts';

/** Brings an old event up to date; `state` is what the events before it made. */
export type Upcast = (event: AnyEvent, state: KeptState | undefined) => AnyEvent;
export type DefinitionOf = (kind: RecordKind) => RecordDefinition;

/** Folds facts, oldest first, into the state they make; old versions are brought up to today's shape first. @throws for an empty log */
export function folded(events: readonly AnyEvent[], definition: RecordDefinition, upcast: Upcast): KeptState {
  let state: KeptState | undefined;
  for (const event of events) state = definition.apply(state, upcast(event, state));
  if (!state) throw new Error('a record without events has no state');
  return state;
}

/** The state that the log of a record makes. The stored one is the same (tested), or it is the stored one that is wrong. */
export async function refold(
  tx: Transaction,
  recordId: string,
  definition: RecordDefinition,
  upcast: Upcast,
): Promise<KeptState> {
  const events = await historyOf(tx, recordId);
  return folded(
    events.map(({ payload }) => payload as unknown as AnyEvent),
    definition,
    upcast,
  );
}

/** The log of a record as a file keeps it: facts and the state they made, no actors' names and no texts, which are not in the log. */
export interface ExportedLog {
  readonly kind: RecordKind;
  readonly events: readonly AnyEvent[];
  readonly state: KeptState;
}

/** Takes a record's log out, for the recorded logs of a release (`test/logs`) and for finding errors. @throws when there is none */
export async function exportLog(tx: Transaction, recordId: string): Promise<ExportedLog> {
  const record = await tx.first<{ kind: RecordKind; state: KeptState }>(
    { name: 'export-record', text: 'select kind, state from record where municipality_id = $1 and id = $2' },
    [tx.municipality, recordId],
  );
  if (!record) throw new Error(`there is no record ${recordId}`);
  const events = await historyOf(tx, recordId);
  return { ...record, events: events.map(({ payload }) => payload as unknown as AnyEvent) };
}
