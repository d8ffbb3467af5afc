import type { DataSource } from 'typeorm';
import type { TextCipher } from '../text/text-cipher.ts';

/** Seals places in lists for one reader: what is passed over for the reader is counted in them (R65). */
export interface CursorSeal {
  /** @param list name of the list, with the record it belongs to */
  seal(plain: string, list: string): string;
  /** @throws when it was not sealed here, for this reader and list */
  open(cursor: string, list: string): string;
}

const ciphers = new WeakMap<DataSource, TextCipher>();

/** With which key the cursors of all lists are sealed that are read over these connections. */
export const sealCursors = (dataSource: DataSource, cipher: TextCipher): void => {
  ciphers.set(dataSource, cipher);
};

/** For whoever reads in a transaction. Its functions throw where no key was given for these connections. */
export function cursorsOf(
  dataSource: DataSource,
  { municipality, actor = '' }: { readonly municipality: string; readonly actor?: string },
): CursorSeal {
  const cipher = (): TextCipher => {
    const found = ciphers.get(dataSource);
    if (!found) throw new Error('no key for cursors was given with these connections');
    return found;
  };
  const placeOf = (list: string): string => JSON.stringify([municipality, actor, list]);
  return {
    seal: (plain, list) => cipher().sealCursor(plain, placeOf(list)),
    open: (cursor, list) => cipher().openCursor(cursor, placeOf(list)),
  };
}
