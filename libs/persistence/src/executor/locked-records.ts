import { completed, type RecordRef, type Standing } from '#libs/contracts';
import type { Definitions, KeptState } from '#libs/domain';
import type { Transaction } from '../connection/transaction.ts';
import { isOlder, stateOfToday } from '../log/shape-of-today.ts';
import type { WrappedKey } from '../text/text-cipher.ts';
import { lock, type LockedRow } from './statements.ts';

/** A record as a commit found it under its lock. */
export interface LockedRecord {
  readonly ref: RecordRef;
  readonly state: KeptState;
  /** As it is stored; what an older build did not write is blank. */
  readonly standing: Standing;
  /** An older build wrote it: the state was folded anew, and whatever is stored beside the log is to be replaced. */
  readonly refolded: boolean;
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
  read: KeptState | undefined,
): Promise<ReadonlyMap<string, LockedRecord>> {
  const wanted = new Map(refs.map((ref) => [ref.id, ref]));
  const ids = [...wanted.keys()];
  if (ids.length === 0) return new Map();
  const known = ids.map((id) => (id === read?.id ? read.seq : -1));
  const locked = new Map<string, LockedRecord>();
  for (const row of await tx.rows<LockedRow>(lock, [tx.municipality, ids, known])) {
    const ref = wanted.get(row.id);
    if (ref?.kind !== row.kind) continue;
    const definition = definitions(ref.kind);
    const refolded = isOlder(row, definition);
    locked.set(row.id, {
      ref,
      // without a state the row still stands where it stood when it was read
      state: row.state === null && read ? read : await stateOfToday(tx, row, definition),
      standing: completed(ref.kind, row.standing as Standing),
      refolded,
      alarmed: row.alarmed,
      key:
        row.key_id !== null && row.wrapped_key !== null
          ? { keyId: row.key_id, wrappedKey: row.wrapped_key }
          : undefined,
    });
  }
  return locked;
}
