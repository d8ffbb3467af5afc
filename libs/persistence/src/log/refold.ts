import type { RecordKind } from '#libs/contracts';
import { upcast, type AnyEvent, type KeptState, type LeftEntry, type RecordDefinition } from '#libs/domain';
import type { Transaction } from '../connection/transaction.ts';
import { historyOf } from '../reads/history.ts';

/** Brings an old event up to date; `state` is what the events before it made. */
export type Upcast = (event: AnyEvent, state: KeptState | undefined) => AnyEvent;

/** A state, and what has left it on the way there. */
export interface Folded {
  readonly state: KeptState;
  readonly left: readonly LeftEntry[];
}

/** Folds facts, oldest first, into the state they make; old versions are brought up to today's shape first. @throws for an empty log */
export function folded(events: readonly AnyEvent[], definition: RecordDefinition, broughtUp: Upcast = upcast): Folded {
  let state: KeptState | undefined;
  const left: LeftEntry[] = [];
  for (const event of events) {
    const next = definition.applied(state, broughtUp(event, state));
    state = next.state;
    left.push(...next.left);
  }
  if (!state) throw new Error('a record without events has no state');
  return { state, left };
}

/** What the log of a record makes. What is stored is the same (tested), or it is what is stored that is wrong. */
export async function refold(tx: Transaction, recordId: string, definition: RecordDefinition): Promise<Folded> {
  const events = await historyOf(tx, recordId);
  return folded(
    events.map(({ payload }) => payload as unknown as AnyEvent),
    definition,
  );
}

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
