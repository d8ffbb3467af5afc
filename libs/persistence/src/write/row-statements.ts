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

  /** Deletes the rows of one record that are not among those given: `{ municipalityId, recordId, rows }`. */
  removeOthers<T>(entity: EntityClass<T>): Piece {
    return this.#once(`others ${entity.name}`, () => {
      const table = this.#table(entity);
      const same = table.key.map((column) => `gone.${table.column(column)} = kept."${column}"`).join(' and ');
      return (parameter) =>
        `delete from ${table.name} as gone using ${ofRecord(parameter)} where ${isOf('gone')}
         and not exists (select 1 from ${table.recordset('of.rows', table.key, 'kept')} where ${same})`;
    });
  }

  /**
   * What differs between the stored rows of one record and those given (`{ municipalityId, recordId, rows }`): the key of each row that
   * differs, and the names of its columns, or that it is `missing` or `extra`.
   */
  differences<T>(entity: EntityClass<T>, columns: readonly (keyof T & string)[]): Piece {
    return this.#once(`differences ${entity.name} ${columns.join()}`, () => {
      const table = this.#table(entity);
      const same = table.key.map((column) => `s.${table.column(column)} = x."${column}"`).join(' and ');
      const own = table.key.filter((column) => column !== 'municipalityId' && column !== 'recordId');
      const key = own.map((column) => `coalesce(s.${table.column(column)}::text, x."${column}"::text)`).join(', ');
      const differing = columns.map(
        (column) => `case when s.${table.column(column)} is distinct from x."${column}" then '${column}' end`,
      );
      return (parameter) => `
        select concat_ws('/', ${key === '' ? 'null' : key}) as key,
          case when s.record_id is null then array['missing'] when x."recordId" is null then array['extra']
            else array_remove(array[${differing.join(', ')}], null) end as columns
        from (select t.* from ${table.name} t, ${ofRecord(parameter)} where ${isOf('t')}) as s
        full join (select x.* from ${ofRecord(parameter)}, ${table.recordset('of.rows', columns)}) as x on ${same}
        where s.record_id is null or x."recordId" is null or ${differing.map((one) => `${one} is not null`).join(' or ')}`;
    });
  }

  keyOf<T>(entity: EntityClass<T>): readonly string[] {
    return this.#table(entity).key;
  }

  nameOf<T>(entity: EntityClass<T>): string {
    return this.#table(entity).name;
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

  recordset(parameter: string, columns: readonly string[], as = 'x'): string {
    const typed = columns.map((property) => {
      const { type, isArray } = this.#of(property);
      return `"${property}" ${String(type)}${isArray ? '[]' : ''}`;
    });
    return `jsonb_to_recordset(${parameter}::jsonb) as ${as}(${typed.join(', ')})`;
  }

  #of(property: string): EntityMetadata['columns'][number] {
    const column = this.#metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${this.name} has no column for ${property}`);
    return column;
  }
}

const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

const ofRecord = (parameter: string): string =>
  `jsonb_to_record(${parameter}::jsonb) as of("municipalityId" text, "recordId" uuid, rows jsonb)`;
const isOf = (table: string): string =>
  `${table}.municipality_id = of."municipalityId" and ${table}.record_id = of."recordId"`;
