import type { KeyObject } from 'node:crypto';
import type { Statement, Transaction } from '../connection/transaction.ts';
import type { TextCipher } from './text-cipher.ts';

interface TextRow {
  readonly id: string;
  readonly record_id: string;
  readonly ciphertext: Buffer;
  readonly key_id: string;
  readonly wrapped_key: Buffer;
}

// Of the record itself, or of a case on the sitting: what a sitting decides about a case lies with the case.
const byId: Statement = {
  name: 'texts-by-id',
  text: `
    select t.id, t.record_id, t.ciphertext, k.key_id, k.wrapped_key
    from text_revision t join record_key k on k.municipality_id = t.municipality_id and k.record_id = t.record_id
    where t.municipality_id = $1 and t.id = any($3::uuid[]) and (t.record_id = $2
      or exists (select 1 from agenda_item i where i.municipality_id = $1 and i.record_id = $2 and i.case_id = t.record_id))`,
};

// One text of each of several records, of the record itself.
const byRecord: Statement = {
  name: 'texts-by-record',
  text: `
    select t.id, t.record_id, t.ciphertext, k.key_id, k.wrapped_key
    from unnest($2::uuid[], $3::uuid[]) as wanted(record_id, id)
      join text_revision t on t.municipality_id = $1 and t.id = wanted.id and t.record_id = wanted.record_id
      join record_key k on k.municipality_id = t.municipality_id and k.record_id = t.record_id`,
};

/** Opens texts for whom it was decided that they may read them: who may is asked before, that it was read is recorded beside. */
export class TextReader {
  readonly #cipher: TextCipher;

  constructor(cipher: TextCipher) {
    this.#cipher = cipher;
  }

  /**
   * The contents of those `ids` by id that are the record's own or, for a sitting, of a case on it. One that was disposed of is not among them.
   * @throws when a row was altered or its master key is not ours
   */
  async read(tx: Transaction, recordId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return ids.length === 0 ? new Map() : this.#opened(tx, await tx.rows(byId, [tx.municipality, recordId, ids]));
  }

  /**
   * One text of each record, as lists show it, by the text's id.
   * @param wanted text ids by the id of the record they belong to
   * @throws like {@link read}
   */
  async readOneEach(tx: Transaction, wanted: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    if (wanted.size === 0) return new Map();
    return this.#opened(tx, await tx.rows(byRecord, [tx.municipality, [...wanted.keys()], [...wanted.values()]]));
  }

  #opened({ municipality }: Transaction, rows: readonly TextRow[]): ReadonlyMap<string, string> {
    const contents = new Map<string, string>();
    const dataKeys = new Map<string, KeyObject>();
    for (const row of rows) {
      const owner = row.record_id;
      const wrapped = { keyId: row.key_id, wrappedKey: row.wrapped_key };
      const key = dataKeys.get(owner) ?? this.#cipher.unwrap(wrapped, municipality, owner);
      dataKeys.set(owner, key);
      contents.set(
        row.id,
        this.#cipher.decrypt(key, row.ciphertext, { municipality, recordId: owner, textId: row.id }),
      );
    }
    return contents;
  }
}
