/** Most rows of a page. */
const mostRows = 200;

export interface PageRequest {
  /** `next` of the page before; a text of ours, opaque to others. */
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

/** The key of the last row before the page, or nothing for the first page. @throws CursorError */
export function cursorOf({ after }: PageRequest, length: number): CursorKey | undefined {
  if (after === undefined || after === '') return undefined;
  const key = decoded(after);
  if (!isCursorKey(key) || key.length !== length) throw new CursorError('not a cursor');
  return key;
}

const isCursorKey = (key: unknown): key is CursorKey =>
  Array.isArray(key) && key.every((part) => typeof part === 'string' || typeof part === 'number');

function decoded(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch (error) {
    throw new CursorError('not a cursor', { cause: error });
  }
}

/** Makes a page of `limit + 1` rows read: the last one only says that there is more. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => CursorKey): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next:
      rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null,
  };
}
