import type { Actor } from '#libs/domain';
import type { DataSource } from 'typeorm';
import type { Transaction } from '../connection/transaction.ts';
import { Batch } from '../write/batch.ts';
import { instant, RowStatements } from '../write/row-statements.ts';
import { disclosureRow, writeDisclosures, type Disclosed } from './write-disclosures.ts';

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

/** Writes down who read what: an audit entry with action `read.<what>`, and its disclosure rows, in the reader's transaction. */
export class ReadingRecorder {
  readonly #statements: RowStatements;

  constructor(dataSource: DataSource) {
    this.#statements = new RowStatements(dataSource);
  }

  async record(tx: Transaction, { recordId, reader, what, disclosures, atMs }: Reading): Promise<void> {
    const batch = new Batch(this.#statements);
    const at = instant(atMs);
    const rows = disclosures.map((disclosed) => disclosureRow(recordId, disclosed, at));
    batch.audit({
      municipality: tx.municipality,
      at,
      actor: reader,
      action: `read.${what}`,
      commandId: null,
      recordId,
      events: [],
      texts: [],
      disclosures: writeDisclosures(batch, tx.municipality, rows),
    });
    const { statement, values } = batch.build();
    await tx.rows(statement, values);
  }
}
