import { createHash } from 'node:crypto';
import type { RecordRef } from '#libs/contracts';
import type { Written as WrittenStatement } from '../connection/transaction.ts';
import { wakeRelays } from '../executor/statements.ts';
import { logStatement, type LogEntry } from '../audit/write-log.ts';
import type { EntityClass, Piece, RowStatements, Written } from './row-statements.ts';

/**
 * Everything a commit writes: the rows in one statement, a chain of CTEs, each with one JSON parameter, and its entry in the log in another.
 * PostgreSQL checks foreign keys when a statement ends, so the order among tables is free. The same set of pieces is the same prepared
 * statement.
 */
export class Batch {
  readonly #statements: RowStatements;
  readonly #pieces: { readonly name: string; readonly sql: Piece; readonly value: string }[] = [];
  readonly #followers: string[] = [];
  readonly #topics = new Set<string>();
  #log: LogEntry | undefined;

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

  /** The commit's one entry in the audit chain, with its events and disclosures. */
  log(entry: LogEntry): void {
    this.#log = entry;
  }

  /** Wakes the relays of `topic` when the transaction commits. */
  wake(topic: string): void {
    this.#topics.add(topic);
  }

  keyOf<T>(entity: EntityClass<T>): readonly string[] {
    return this.#statements.keyOf(entity);
  }

  /** The statements, in their order: first the rows, then the log, which other commits of the municipality wait for. */
  build(): readonly WrittenStatement[] {
    const parts = this.#pieces.map(({ name, sql }, index) => `${name} as (${sql(`$${index + 1}`)})`);
    parts.push(...this.#followers.map((sql, index) => `f${index} as (${sql})`));
    const woken = wakeRelays(`$${this.#pieces.length + 1}`);
    const text = parts.length === 0 ? woken : `with ${parts.join(',\n')}\n${woken}`;
    const name = `batch-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    const rows = { statement: { name, text }, values: [...this.#pieces.map(({ value }) => value), [...this.#topics]] };
    return this.#log ? [rows, logStatement([this.#log])] : [rows];
  }
}

function columnsOf<T>(rows: readonly Written<T>[]): readonly (keyof T & string)[] | undefined {
  const [first] = rows;
  return first && (Object.keys(first) as (keyof T & string)[]);
}
