import { completed, workflowIdOf, type RecordRef, type Standing } from '#libs/contracts';
import type { Definitions, KeptState } from '#libs/domain';
import canonicalize from 'canonicalize';
import type { DataSource } from 'typeorm';
import { inMunicipality, withTransaction, type Statement, type Transaction } from '../connection/transaction.ts';
import { isNews } from '../executor/nudge.ts';
import type { ContextSource } from '../executor/ports.ts';
import { everyRow, recordRow, writeRecord, type RecordWrite } from '../executor/record-write.ts';
import { nudgePiece } from '../executor/statements.ts';
import type { TableRows } from '../projections/diff.ts';
import type { TextCipher } from '../text/text-cipher.ts';
import { Batch } from '../write/batch.ts';
import { RowStatements } from '../write/row-statements.ts';
import { differingFields } from './differing-fields.ts';
import { refold } from './refold.ts';
import { isOlder } from './shape-of-today.ts';

export interface RebuilderSettings {
  /** Connections of the app role. */
  readonly dataSource: DataSource;
  readonly definitions: Definitions;
  readonly contexts: ContextSource;
  readonly cipher: TextCipher;
}

/** What was found about one record. */
export interface RecordFinding {
  readonly ref: RecordRef;
  /** An older build folded it: that its rows differ from today's is no damage. */
  readonly older: boolean;
  /** What differs from what the log makes: `state.stage`, `record.nextDueAt`, `person/<id>.place`. Names and ids, never contents. */
  readonly differs: readonly string[];
}

interface StoredRow {
  readonly id: string;
  readonly seq: number;
  readonly shape: number;
  readonly state: KeptState;
  readonly standing: Standing;
  readonly next_due_at: Date | null;
  readonly is_open: boolean;
  readonly agencies: readonly string[];
  readonly updated_at: Date;
}

const columns = 'select id, seq, shape, state, standing, next_due_at, is_open, agencies, updated_at from record';
const stored: Statement = {
  name: 'rebuild-stored',
  text: `${columns} where municipality_id = $1 and id = $2 and kind = $3`,
};
const locked: Statement = { name: 'rebuild-lock', text: `${stored.text} for no key update` };

/** Holds what is stored of records against what their logs make, and puts it right. One record a transaction, under its lock. */
export class RecordRebuilder {
  readonly #settings: RebuilderSettings;
  readonly #statements: RowStatements;

  constructor(settings: RebuilderSettings) {
    this.#settings = settings;
    this.#statements = new RowStatements(settings.dataSource);
  }

  /** Compares and changes nothing. Nothing is returned for a record that is not there. @throws when the log does not fold */
  async check(ref: RecordRef): Promise<RecordFinding | undefined> {
    return inMunicipality(this.#settings.dataSource, { municipality: ref.municipality }, async (tx) => {
      const found = await this.#compared(tx, ref, locked);
      return found?.finding;
    });
  }

  /** Like {@link check}, without a lock: for a transaction that sees everything as of one moment. */
  async compare(tx: Transaction, ref: RecordRef): Promise<RecordFinding | undefined> {
    return (await this.#compared(tx, ref, stored))?.finding;
  }

  /** Compares, and stores what the log makes where that is not stored. @throws when the log does not fold */
  async rebuild(ref: RecordRef): Promise<RecordFinding | undefined> {
    return withTransaction(
      this.#settings.dataSource,
      { municipality: ref.municipality, actor: 'rebuild' },
      async (tx) => {
        const found = await this.#compared(tx, ref, locked);
        if (!found) return undefined;
        const { finding, write, before } = found;
        if (!finding.older && finding.differs.length === 0) return finding;
        const batch = new Batch(this.#statements);
        writeRecord(batch, this.#settings.cipher, write);
        if (isNews(ref.kind, before, write.standing)) {
          batch.add(nudgePiece, [{ key: workflowIdOf(ref), municipality: ref.municipality }]);
          batch.wake('nudge');
        }
        await tx.lastly(batch.build());
        return finding;
      },
    );
  }

  async #compared(
    tx: Transaction,
    ref: RecordRef,
    asked: Statement,
  ): Promise<{ finding: RecordFinding; write: RecordWrite; before: Standing } | undefined> {
    const { definitions, contexts, cipher } = this.#settings;
    const row = await tx.first<StoredRow>(asked, [ref.municipality, ref.id, ref.kind]);
    if (!row) return undefined;
    const definition = definitions(ref.kind);
    const older = isOlder(row, definition);
    const { state: after, left } = await refold(tx, ref.id, definition);
    const nowMs = row.updated_at.getTime();
    // The standing was made by the rules of the last change.
    const ctx = await contexts.contextOf(ref.municipality, nowMs, { kind: 'clock' });
    const write = {
      ref,
      before: 'unknown',
      after,
      left,
      standing: definition.standing(after, ctx),
      definition,
      nowMs,
    } as const;
    const { state, standing, ...made } = recordRow(write);
    const own = {
      seq: row.seq,
      nextDueAt: row.next_due_at?.toISOString() ?? null,
      isOpen: row.is_open,
      agencies: row.agencies,
    };
    const expected = { seq: made.seq, nextDueAt: made.nextDueAt, isOpen: made.isOpen, agencies: made.agencies };
    const differs = [
      ...differingFields('state', row.state, state),
      ...differingFields('standing', row.standing, standing),
      ...differingFields('record', own, expected),
    ];
    for (const { entity, rows } of everyRow(cipher, write))
      differs.push(...(await this.#rowsThatDiffer(tx, ref, entity, rows)));
    return { finding: { ref, older, differs }, write, before: completed(ref.kind, row.standing) };
  }

  async #rowsThatDiffer(
    tx: Transaction,
    ref: RecordRef,
    entity: TableRows['entity'],
    rows: TableRows['rows'],
  ): Promise<readonly string[]> {
    const name = this.#statements.nameOf(entity);
    const columns = rows[0] ? Object.keys(rows[0]) : this.#statements.keyOf(entity);
    const text = this.#statements.differences(entity, columns)('$1');
    const found = await tx.rows<{ key: string; columns: readonly string[] }>(
      { name: `differences-${name}-${columns.length}`, text },
      [canonicalize({ municipalityId: ref.municipality, recordId: ref.id, rows })],
    );
    return found.flatMap(({ key, columns: differing }) =>
      differing.map((column) => `${name}${key === '' ? '' : `/${key}`}.${column}`),
    );
  }
}
