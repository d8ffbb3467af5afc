import type { DataSource, EntityMetadata } from 'typeorm';

export type EntityClass<T> = new () => T;

/** A row as JSON can carry it: instants as ISO text, bytes as `\x…` (see {@link bytes}). Columns with a default may be left out. */
export type Written<T> = { readonly [K in keyof T]?: Json<T[K]> };
type Json<V> = V extends Date | Buffer ? string : V extends readonly (infer U)[] ? readonly U[] : V;

/** Bytes as PostgreSQL reads them from text. */
export const bytes = (value: Uint8Array): string => `\\x${Buffer.from(value).toString('hex')}`;
export const instant = (ms: number): string => new Date(ms).toISOString();

/** One part of a batch: SQL with one jsonb parameter, written as `parameter`. */
export type Piece = (parameter: string) => string;

/** Makes statements that write many rows of one table from one JSON array; names and types come from the entities. */
export class RowStatements {
  readonly #dataSource: DataSource;
  readonly #made = new Map<string, Piece>();

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  insert<T>(entity: EntityClass<T>, columns: readonly (keyof T & string)[]): Piece {
    return this.#once(`insert ${entity.name} ${columns.join()}`, () => {
      const table = this.#table(entity);
      const list = columns.map((column) => table.column(column)).join(', ');
      return (parameter) =>
        `insert into ${table.name} (${list}) select ${quoted(columns)} from ${table.recordset(parameter, columns)}`;
    });
  }

  upsert<T>(entity: EntityClass<T>, columns: readonly (keyof T & string)[]): Piece {
    return this.#once(`upsert ${entity.name} ${columns.join()}`, () => {
      const table = this.#table(entity);
      const insert = this.insert(entity, columns);
      const kept = columns.filter((column) => !table.key.includes(column)).map((column) => table.column(column));
      const key = table.key.map((column) => table.column(column)).join(', ');
      return (parameter) =>
        `${insert(parameter)} on conflict (${key}) do update set ${kept.map((name) => `${name} = excluded.${name}`).join(', ')}`;
    });
  }

  /** Deletes the rows whose primary keys are given. */
  remove<T>(entity: EntityClass<T>): Piece {
    return this.#once(`remove ${entity.name}`, () => {
      const table = this.#table(entity);
      const same = table.key.map((column) => `gone.${table.column(column)} = x."${column}"`).join(' and ');
      return (parameter) =>
        `delete from ${table.name} as gone using ${table.recordset(parameter, table.key)} where ${same}`;
    });
  }

  keyOf<T>(entity: EntityClass<T>): readonly string[] {
    return this.#table(entity).key;
  }

  #once(id: string, make: () => Piece): Piece {
    const known = this.#made.get(id);
    if (known) return known;
    const piece = make();
    this.#made.set(id, piece);
    return piece;
  }

  #table<T>(entity: EntityClass<T>): Table {
    return new Table(this.#dataSource.getMetadata(entity));
  }
}

class Table {
  readonly name: string;
  readonly key: readonly string[];
  readonly #metadata: EntityMetadata;

  constructor(metadata: EntityMetadata) {
    this.#metadata = metadata;
    this.name = metadata.tableName;
    this.key = metadata.primaryColumns.map(({ propertyName }) => propertyName);
  }

  column(property: string): string {
    return `"${this.#of(property).databaseName}"`;
  }

  recordset(parameter: string, columns: readonly string[]): string {
    const typed = columns.map((property) => {
      const { type, isArray } = this.#of(property);
      return `"${property}" ${String(type)}${isArray ? '[]' : ''}`;
    });
    return `jsonb_to_recordset(${parameter}::jsonb) as x(${typed.join(', ')})`;
  }

  #of(property: string): EntityMetadata['columns'][number] {
    const column = this.#metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${this.name} has no column for ${property}`);
    return column;
  }
}

const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
