import type { LeftEntry } from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';
import { cursorOf, limitOf, pagedList, pageOf, type Page, type PageRequest } from './cursor.ts';
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

const ofAgency: Statement = {
  name: 'left-entries-of-agency',
  text: `
    select list, seq, id, body from left_entry
    where municipality_id = $1 and record_id = $2 and list = $3 and body -> 'agencies' ? $4`,
};

const newestFirst = (a: Key, b: Key): number => b.seq - a.seq || (a.id < b.id ? 1 : Number(a.id === b.id) - 1);

type Key = Pick<LeftEntry, 'seq' | 'id'>;

/** Is an entry there for the reader? What is not is passed over: no page and no cursor tells of it. */
export type IsShown = (entry: LeftEntry) => boolean;
const always: IsShown = () => true;
/** So many rows are read at once where the page is not full for what was passed over. */
const mostPassedOver = 200;

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
  async newest(
    amounts: Readonly<Record<string, number>>,
    isShown = always,
  ): Promise<Readonly<Record<string, Page<LeftEntry>>>> {
    const rows = await this.#newestRows(amounts);
    const pages = Object.entries(amounts).map(async ([list, amount]): Promise<readonly [string, Page<LeftEntry>]> => {
      const read = rows.filter((row) => row.list === list);
      const isWhole = read.length <= amount || read.every(isShown);
      const shown = isWhole ? read.filter(isShown) : (await this.page(list, { limit: amount + 1 }, isShown)).items;
      return [list, pageOf(this.#paged(list), shown, amount, keyOf, beforeNewest)];
    });
    return Object.fromEntries(await Promise.all(pages));
  }

  /** A list read on. @throws CursorError */
  async page(list: string, request: PageRequest, isShown = always): Promise<Page<LeftEntry>> {
    const limit = limitOf(request);
    const [seq, id] = cursorOf(this.#paged(list), request, ['count', 'text']) ?? [];
    const shown: LeftEntry[] = [];
    let after: Key | undefined = typeof seq === 'number' && typeof id === 'string' ? { seq, id } : undefined;
    for (let most = limit + 1; ; most = mostPassedOver) {
      const rows: readonly LeftEntry[] = await this.#olderRows(list, after, most);
      shown.push(...rows.filter(isShown));
      after = rows.at(-1);
      if (rows.length < most || shown.length > limit) return pageOf(this.#paged(list), shown, limit, keyOf);
    }
  }

  #paged(list: string): ReturnType<typeof pagedList> {
    return pagedList(this.#tx, 'left', this.#record.id, list);
  }

  /** Those of these ids, whatever list they stood in. */
  async named(ids: readonly string[]): Promise<readonly LeftEntry[]> {
    const { id, refolded } = this.#record;
    if (ids.length === 0) return [];
    if (refolded) return refolded.filter((row) => ids.includes(row.id));
    return this.#tx.rows<LeftEntry>(named, [this.#tx.municipality, id, ids]);
  }

  /** Those of a list that name this agency among their agencies: the items on which it sat. */
  async ofAgency(list: string, agency: string): Promise<readonly LeftEntry[]> {
    const { id, refolded } = this.#record;
    if (!refolded) return this.#tx.rows<LeftEntry>(ofAgency, [this.#tx.municipality, id, list, agency]);
    return refolded.filter(({ list: of, body }) => of === list && names(body, agency));
  }

  /** One more of each than asked: whether there are more. */
  async #newestRows(amounts: Readonly<Record<string, number>>): Promise<readonly LeftEntry[]> {
    const { id, refolded } = this.#record;
    const lists = Object.keys(amounts);
    const most = Object.values(amounts).map((amount) => amount + 1);
    if (!refolded) return this.#tx.rows(newest, [this.#tx.municipality, id, lists, most]);
    const sorted = refolded.toSorted(newestFirst);
    return lists.flatMap((list, at) => sorted.filter((row) => row.list === list).slice(0, most[at]));
  }

  async #olderRows(list: string, after: Key | undefined, most: number): Promise<readonly LeftEntry[]> {
    const { id, refolded } = this.#record;
    if (!refolded)
      return this.#tx.rows(older, [this.#tx.municipality, id, list, after?.seq ?? null, after?.id ?? null, most]);
    return refolded
      .filter((row) => row.list === list && (!after || newestFirst(after, row) < 0))
      .toSorted(newestFirst)
      .slice(0, most);
  }
}

/** Stands before the newest entry there can be. */
const beforeNewest = [2 ** 31 - 1, ''] as const;
const keyOf = ({ seq, id }: LeftEntry): readonly [number, string] => [seq, id];

const names = (body: unknown, agency: string): boolean =>
  typeof body === 'object' && body !== null && 'agencies' in body && Array.isArray(body.agencies)
    ? body.agencies.includes(agency)
    : false;
