import type { LeftEntry } from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';
import { cursorOf, limitOf, pageOf, type Page, type PageRequest } from './cursor.ts';
import type { StoredRecord } from './record-reads.ts';

const newest: Statement = {
  name: 'newest-left-entries',
  text: `
    select e.list, e.seq, e.id, e.body from unnest($3::text[], $4::integer[]) as l(list, most) cross join lateral (
      select list, seq, id, body from left_entry
      where municipality_id = $1 and record_id = $2 and list = l.list order by seq desc, id desc limit l.most) as e`,
};
const older: Statement = {
  name: 'older-left-entries',
  text: `
    select list, seq, id, body from left_entry
    where municipality_id = $1 and record_id = $2 and list = $3 and ($4::integer is null or (seq, id) < ($4, $5))
    order by seq desc, id desc limit $6`,
};
const named: Statement = {
  name: 'named-left-entries',
  text: 'select list, seq, id, body from left_entry where municipality_id = $1 and record_id = $2 and id = any($3)',
};

const newestFirst = (a: LeftEntry, b: LeftEntry): number => b.seq - a.seq || (a.id < b.id ? 1 : -1);

/** What has left the state of a record, list by list, the newest first. */
export class LeftEntries {
  readonly #tx: Transaction;
  readonly #record: StoredRecord;

  constructor(tx: Transaction, record: StoredRecord) {
    this.#tx = tx;
    this.#record = record;
  }

  /**
   * The first page of each list, by the list's name.
   * @param amounts how many of which list; of `0` only where it is read on
   */
  async newest(amounts: Readonly<Record<string, number>>): Promise<Readonly<Record<string, Page<LeftEntry>>>> {
    const { id, refolded } = this.#record;
    const most = Object.values(amounts).map((amount) => amount + 1);
    const rows: readonly LeftEntry[] = refolded
      ? refolded.toSorted(newestFirst)
      : await this.#tx.rows(newest, [this.#tx.municipality, id, Object.keys(amounts), most]);
    return Object.fromEntries(
      Object.entries(amounts).map(([list, amount]) => [
        list,
        pageOf(
          rows.filter((row) => row.list === list),
          amount,
          keyOf,
          beforeNewest,
        ),
      ]),
    );
  }

  /** A list read on. @throws CursorError */
  async page(list: string, request: PageRequest): Promise<Page<LeftEntry>> {
    const limit = limitOf(request);
    const [seq, key] = cursorOf(request, ['count', 'text']) ?? [];
    const { id, refolded } = this.#record;
    if (refolded) {
      const rows = refolded.filter((row) => row.list === list).toSorted(newestFirst);
      const from = seq === undefined ? 0 : rows.findIndex((row) => row.seq === seq && row.id === key) + 1;
      return pageOf(rows.slice(from), limit, keyOf);
    }
    const values = [this.#tx.municipality, id, list, seq ?? null, key ?? null, limit + 1];
    return pageOf(await this.#tx.rows<LeftEntry>(older, values), limit, keyOf);
  }

  /** Those of these ids, whatever list they stood in. */
  async named(ids: readonly string[]): Promise<readonly LeftEntry[]> {
    const { id, refolded } = this.#record;
    if (ids.length === 0) return [];
    if (refolded) return refolded.filter((row) => ids.includes(row.id));
    return this.#tx.rows<LeftEntry>(named, [this.#tx.municipality, id, ids]);
  }
}

/** Stands before the newest entry there can be. */
const beforeNewest = [2 ** 31 - 1, ''] as const;
const keyOf = ({ seq, id }: LeftEntry): readonly [number, string] => [seq, id];
