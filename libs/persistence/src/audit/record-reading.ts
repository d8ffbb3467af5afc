import type { Actor } from '#libs/domain';
import type { Transaction } from '../connection/transaction.ts';
import { instant } from '../write/row-statements.ts';
import { disclosureRow, type Disclosed } from './disclosure-row.ts';
import { logStatement, type LogEntry } from './write-log.ts';

export interface Reading {
  readonly recordId: string;
  readonly reader: Actor;
  /** What was read: `case`, `case-texts`, `sitting`, `item-texts` … */
  readonly what: string;
  /** What of it counts as a disclosure (R64): texts about people that went to somebody of another agency. May be empty. */
  readonly disclosures: readonly Disclosed[];
  /** Real time, epoch milliseconds. */
  readonly atMs: number;
}

/**
 * Writes down who read what: an audit entry with action `read.<what>`, and its disclosure rows, in the reader's transaction, all of them
 * in its last statement. Nobody gets an answer whose reading could not be written.
 */
export class ReadingRecorder {
  readonly #read = new WeakMap<Transaction, LogEntry[]>();

  /** Notes a reading; it is written when `tx` commits. */
  record(tx: Transaction, { recordId, reader, what, disclosures, atMs }: Reading): void {
    const entry: LogEntry = {
      municipality: tx.municipality,
      actor: reader,
      action: `read.${what}`,
      commandId: null,
      recordId,
      events: [],
      texts: [],
      disclosures: disclosures.map((disclosed) => disclosureRow(recordId, disclosed, instant(atMs))),
    };
    const noted = this.#read.get(tx);
    if (noted) {
      noted.push(entry);
      return;
    }
    const entries = [entry];
    this.#read.set(tx, entries);
    tx.beforeCommit(() => logStatement(entries));
  }
}
