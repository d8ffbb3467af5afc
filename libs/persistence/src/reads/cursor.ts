import type { CursorSeal } from '../connection/cursor-seal.ts';

/** Most rows of a page. */
const mostRows = 200;

export interface PageRequest {
  /** `next` of the page before; sealed for the reader and the list. */
  readonly after?: string | undefined;
  /** 1 to 200, default 50. */
  readonly limit?: number | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Give it as `after`; `null` when this was the last page. */
  readonly next: string | null;
}

/** A cursor that is none of ours: the request is at fault. */
export class CursorError extends Error {}

export type CursorKey = readonly (string | number)[];

export const limitOf = ({ limit = 50 }: PageRequest): number => Math.min(Math.max(1, Math.trunc(limit)), mostRows);

/** What a part of a key must be; PostgreSQL would answer another one with an error. */
const partChecks = {
  uuid: (part) => typeof part === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(part),
  /** `infinity` stands for no date and comes last. */
  date: (part) => typeof part === 'string' && (part === 'infinity' || isDate(part)),
  text: (part) => typeof part === 'string' && !part.includes('\0'),
  /** A running number of a record: events are counted in 32 bits. */
  count: (part) => typeof part === 'number' && Number.isInteger(part) && part >= 0 && part < 2 ** 31,
  /** Epoch ms. */
  instant: (part) => typeof part === 'number' && Number.isInteger(part) && Math.abs(part) <= 8.64e15,
  rank: (part) => typeof part === 'number' && Number.isInteger(part) && part >= 0 && part <= 11,
} as const satisfies Record<string, (part: unknown) => boolean>;

type CursorPart = keyof typeof partChecks;

const isDate = (text: string): boolean => {
  const ms = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text) && !text.startsWith('0000');
};

/** A list that is read page by page: its name, with the record it belongs to, and with whose seal its cursors are made. */
interface PagedList {
  readonly name: string;
  readonly cursors: CursorSeal;
}

export const pagedList = ({ cursors }: { readonly cursors: CursorSeal }, ...name: readonly string[]): PagedList => ({
  name: name.join('/'),
  cursors,
});

/** The key of the last row before the page, made of these parts, or nothing for the first page. @throws CursorError */
export function cursorOf(list: PagedList, { after }: PageRequest, parts: readonly CursorPart[]): CursorKey | undefined {
  if (after === undefined || after === '') return undefined;
  const key = opened(list, after);
  if (!isCursorKey(key, parts)) throw new CursorError('not a cursor');
  return key;
}

const isCursorKey = (key: unknown, parts: readonly CursorPart[]): key is CursorKey =>
  Array.isArray(key) && key.length === parts.length && parts.every((part, index) => partChecks[part](key[index]));

function opened({ name, cursors }: PagedList, after: string): unknown {
  try {
    return JSON.parse(cursors.open(after, name));
  } catch (error) {
    throw new CursorError('not a cursor', { cause: error });
  }
}

/**
 * Makes a page of `limit + 1` rows read: the last one only says that there is more.
 * @param before the key from which a page of no rows is read on
 */
export function pageOf<T>(
  { name, cursors }: PagedList,
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => CursorKey,
  before?: CursorKey,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const key = last === undefined ? before : keyOf(last);
  return {
    items,
    next: rows.length > limit && key ? cursors.seal(JSON.stringify(key), name) : null,
  };
}
