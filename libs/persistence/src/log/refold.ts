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
