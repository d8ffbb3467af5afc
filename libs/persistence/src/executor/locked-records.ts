import { completed, type RecordRef, type Standing } from '#libs/contracts';
import type { Definitions, KeptState, LeftEntry } from '#libs/domain';
import type { Transaction } from '../connection/transaction.ts';
import type { Folded } from '../log/refold.ts';
import { isOlder, stateOfToday } from '../log/shape-of-today.ts';
import type { WrappedKey } from '../text/text-cipher.ts';
import { lock, type LockedRow } from './statements.ts';

/** A record as a commit found it under its lock. */
export interface LockedRecord {
  readonly ref: RecordRef;
  readonly state: KeptState;
  /** As it is stored; what an older build did not write is blank. */
  readonly standing: Standing;
  /** An older build wrote it: the state was folded anew, and whatever is stored beside the log is to be replaced. All that left the state, else `null`. */
  readonly refolded: readonly LeftEntry[] | null;
  /** It has alarms that are not settled. */
  readonly alarmed: boolean;
  readonly key: WrappedKey | undefined;
}

/**
 * Locks records in the order of ids, and reads them as they are under the lock.
 * @param read the state of one of them, and its record, when that was read before the lock
 */
export async function lockRecords(
  tx: Transaction,
  refs: readonly RecordRef[],
  definitions: Definitions,
  read: Folded | undefined,
): Promise<ReadonlyMap<string, LockedRecord>> {
  const wanted = new Map(refs.map((ref) => [ref.id, ref]));
  const ids = [...wanted.keys()];
  if (ids.length === 0) return new Map();
  const known = ids.map((id) => (id === read?.state.id ? read.state.seq : -1));
  const locked = new Map<string, LockedRecord>();
  for (const row of await tx.rows<LockedRow>(lock, [tx.municipality, ids, known])) {
    const ref = wanted.get(row.id);
    if (ref?.kind !== row.kind) continue;
    const definition = definitions(ref.kind);
    // without a state the row still stands where it stood when it was read
    const { state, left } = row.state === null && read ? read : await stateOfToday(tx, row, definition);
    locked.set(row.id, {
      ref,
      state,
      standing: completed(ref.kind, row.standing as Standing),
      refolded: isOlder(row, definition) ? left : null,
      alarmed: row.alarmed,
      key:
        row.key_id !== null && row.wrapped_key !== null
          ? { keyId: row.key_id, wrappedKey: row.wrapped_key }
          : undefined,
    });
  }
  return locked;
}
