import type { KeptState, RecordDefinition } from '#libs/domain';
import type { Transaction } from '../connection/transaction.ts';
import { refold, type Folded } from './refold.ts';

/** A stored state, and the shape it was folded with. */
export interface ShapedState {
  readonly id: string;
  readonly shape: number;
  readonly state: unknown;
}

/** Was the state folded by an older build? @throws when a newer build wrote it: this one knows too little to touch it */
export function isOlder({ id, shape }: Omit<ShapedState, 'state'>, definition: RecordDefinition): boolean {
  if (shape > definition.shape)
    throw new Error(
      `the ${definition.kind} ${id} was written by a newer build (shape ${shape}, ours ${definition.shape})`,
    );
  return shape < definition.shape;
}

/** The state as this build folds it: the stored one, or, where an older build stored it, the one that the log makes now, with all that left it. */
export const stateOfToday = async (
  tx: Transaction,
  stored: ShapedState,
  definition: RecordDefinition,
): Promise<Folded> =>
  isOlder(stored, definition) ? refold(tx, stored.id, definition) : { state: stored.state as KeptState, left: [] };
