import type { RecordRef } from '#libs/contracts';
import type { Batch } from '../write/batch.ts';
import type { EntityClass, Written } from '../write/row-statements.ts';

/** The rows of one table that a state stands for. Rows of one table all have the same columns. */
export interface TableRows {
  readonly entity: EntityClass<AnyRow>;
  readonly rows: readonly Written<AnyRow>[];
}

/** A row of any table. */
type AnyRow = Readonly<Record<string, unknown>>;

/** Types the rows by their table; afterwards tables of all types lie in one list. */
export const rowsOf = <T extends object>(entity: EntityClass<T>, rows: readonly Written<T>[]): TableRows => ({
  entity: entity as unknown as EntityClass<AnyRow>,
  rows,
});

/** Writes what differs between two sets of rows of the same tables: new and changed rows, and rows that are gone. */
export function writeDifference(batch: Batch, before: readonly TableRows[], after: readonly TableRows[]): void {
  for (const { entity, rows } of after) {
    const keyed = keyedBy(batch.keyOf(entity));
    const old = new Map((before.find((table) => table.entity === entity)?.rows ?? []).map((row) => [keyed(row), row]));
    const changed: AnyRow[] = [];
    for (const row of rows) {
      const key = keyed(row);
      if (JSON.stringify(old.get(key)) !== JSON.stringify(row)) changed.push(row);
      old.delete(key);
    }
    batch.upsert(entity, changed);
    batch.remove(entity, [...old.values()]);
  }
}

/** Writes the rows of a record over whatever its tables hold: for one whose rows an older build has written. */
export function writeAnew(batch: Batch, ref: RecordRef, tables: readonly TableRows[]): void {
  for (const { entity, rows } of tables) batch.replace(entity, ref, rows);
}

const keyedBy =
  (columns: readonly string[]) =>
  (row: AnyRow): string =>
    JSON.stringify(columns.map((column) => row[column]));
