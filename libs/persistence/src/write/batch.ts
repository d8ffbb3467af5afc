import { createHash } from 'node:crypto';
import type { RecordRef } from '#libs/contracts';
import type { Statement } from '../connection/transaction.ts';
import { wakeRelays } from '../executor/statements.ts';
import { auditPieces, auditParameter, type AuditEntry } from '../audit/audit-link.ts';
import type { EntityClass, Piece, RowStatements, Written } from './row-statements.ts';

/**
 * Everything a commit writes, in one statement: a chain of CTEs, each with one JSON parameter. PostgreSQL checks foreign keys when
 * the statement ends, so the order among tables is free. The same set of pieces is the same prepared statement.
 */
export class Batch {
  readonly #statements: RowStatements;
  readonly #pieces: { readonly name: string; readonly sql: Piece; readonly value: string }[] = [];
  readonly #followers: string[] = [];
  readonly #topics = new Set<string>();
  #audit: AuditEntry | undefined;

  constructor(statements: RowStatements) {
    this.#statements = statements;
  }

  insert<T>(entity: EntityClass<T>, rows: readonly Written<T>[]): void {
    const columns = columnsOf(rows);
    if (columns) this.add(this.#statements.insert(entity, columns), rows);
  }

  /** Rows are inserted, or replace the one with their primary key. */
  upsert<T>(entity: EntityClass<T>, rows: readonly Written<T>[]): void {
    const columns = columnsOf(rows);
    if (columns) this.add(this.#statements.upsert(entity, columns), rows);
  }

  remove<T>(entity: EntityClass<T>, keys: readonly Written<T>[]): void {
    if (keys.length > 0) this.add(this.#statements.remove(entity), keys);
  }

  /** Of one record, these rows are there and no others: what is stored is not known, and is replaced. */
  replace<T>(entity: EntityClass<T>, of: RecordRef, rows: readonly Written<T>[]): void {
    this.add(this.#statements.removeOthers(entity), { municipalityId: of.municipality, recordId: of.id, rows });
    this.upsert(entity, rows);
  }

  /** A piece of other shape; `value` becomes its jsonb parameter, `name` is for a follower that reads what it returns. */
  add(sql: Piece, value: unknown, name = `w${this.#pieces.length}`): void {
    this.#pieces.push({ name, sql, value: JSON.stringify(value) });
  }

  /** SQL without a parameter that reads what a named piece returned. */
  follow(sql: string): void {
    this.#followers.push(sql);
  }

  /** The commit's one entry in the audit chain. */
  audit(entry: AuditEntry): void {
    this.#audit = entry;
  }

  /** Wakes the relays of `topic` when the transaction commits. */
  wake(topic: string): void {
    this.#topics.add(topic);
  }

  keyOf<T>(entity: EntityClass<T>): readonly string[] {
    return this.#statements.keyOf(entity);
  }

  /** The statement and its values. */
  build(): { readonly statement: Statement; readonly values: readonly unknown[] } {
    const parts = this.#pieces.map(({ name, sql }, index) => `${name} as (${sql(`$${index + 1}`)})`);
    parts.push(...this.#followers.map((sql, index) => `f${index} as (${sql})`));
    const values: unknown[] = this.#pieces.map(({ value }) => value);
    if (this.#audit) {
      values.push(JSON.stringify(auditParameter(this.#audit)));
      const [head, entry] = auditPieces;
      parts.push(`head as (${head(`$${values.length}`)})`, `entry as (${entry(`$${values.length}`, 'head')})`);
    }
    values.push([...this.#topics]);
    const woken = wakeRelays(`$${values.length}`);
    const text = parts.length === 0 ? woken : `with ${parts.join(',\n')}\n${woken}`;
    return {
      statement: { name: `batch-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`, text },
      values,
    };
  }
}

function columnsOf<T>(rows: readonly Written<T>[]): readonly (keyof T & string)[] | undefined {
  const [first] = rows;
  return first && (Object.keys(first) as (keyof T & string)[]);
}
