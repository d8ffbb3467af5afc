import type { DataSource } from 'typeorm';
import { withoutMunicipality, type Statement, type Transaction } from '../connection/transaction.ts';
import type { TextCipher } from './text-cipher.ts';

/** A draft is kept so many days after its last change, so many of one person; what it holds is at most that long (UTF-16 units). */
export const draftLimits = { days: 14, each: 40, contentLength: 100_000, titleLength: 200, placeLength: 150 } as const;

/** Whose draft, and of which form: ids and codes alone. */
export interface DraftKey {
  readonly membershipId: string;
  readonly place: string;
}

export interface KeptDraft {
  readonly place: string;
  /** What it is called in a list; sealed like what it holds. */
  readonly title: string;
  readonly content: string;
  readonly savedAtMs: number;
}

interface DraftLine {
  readonly place: string;
  readonly ciphertext: Buffer;
  readonly key_id: string;
  readonly wrapped_key: Buffer;
  readonly ms: number;
}

const put: Statement = {
  name: 'draft-put',
  text: `
    insert into draft (municipality_id, membership_id, place, ciphertext, key_id, wrapped_key, saved_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, now(), now() + $7::float8 * interval '1 day')
    on conflict (municipality_id, membership_id, place) do update
      set ciphertext = excluded.ciphertext, key_id = excluded.key_id, wrapped_key = excluded.wrapped_key,
        saved_at = excluded.saved_at, expires_at = excluded.expires_at
    returning (extract(epoch from saved_at) * 1000)::float8 as ms`,
};

// The oldest make room: nobody has that many forms open, and what is over the number was left long ago.
const makeRoom: Statement = {
  name: 'draft-make-room',
  text: `
    delete from draft where municipality_id = $1 and membership_id = $2 and (expires_at <= now() or place in (
      select place from draft where municipality_id = $1 and membership_id = $2 order by saved_at desc, place offset $3))`,
};

const columns = `place, ciphertext, key_id, wrapped_key, (extract(epoch from saved_at) * 1000)::float8 as ms`;

const all: Statement = {
  name: 'draft-list',
  text: `
    select ${columns} from draft
    where municipality_id = $1 and membership_id = $2 and expires_at > now() order by saved_at desc, place`,
};

const one: Statement = {
  name: 'draft-one',
  text: `select ${columns} from draft where municipality_id = $1 and membership_id = $2 and place = $3 and expires_at > now()`,
};

const remove: Statement = {
  name: 'draft-remove',
  text: 'delete from draft where municipality_id = $1 and membership_id = $2 and place = $3',
};

const prune: Statement = {
  name: 'clock-prune-drafts',
  text: `with gone as (delete from draft where expires_at <= now() returning 1) select count(*)::int as n from gone`,
};

/** What people have begun to write and not sent. Every transaction must name the person as its actor: the rows are theirs alone. */
export class DraftDrawer {
  readonly #cipher: TextCipher;

  constructor(cipher: TextCipher) {
    this.#cipher = cipher;
  }

  /** Keeps a draft in the place of the one before. @returns when, epoch ms of the database */
  async put(
    tx: Transaction,
    { membershipId, place }: DraftKey,
    { title, content }: Pick<KeptDraft, 'title' | 'content'>,
  ): Promise<number> {
    const { municipality } = tx;
    const key = this.#cipher.newDataKey();
    const { keyId, wrappedKey } = this.#cipher.wrap(key, municipality, ownerOf(membershipId));
    const text = JSON.stringify({ title, content });
    const { ciphertext } = this.#cipher.encrypt(key, text, placeOf(municipality, { membershipId, place }));
    const values = [municipality, membershipId, place, ciphertext, keyId, wrappedKey, draftLimits.days];
    const row = await tx.first<{ ms: number }>(put, values);
    if (!row) throw new Error('the draft was not written');
    await tx.rows(makeRoom, [municipality, membershipId, draftLimits.each]);
    return row.ms;
  }

  /** Newest first. @throws when a row was altered or its master key is not ours */
  async list(tx: Transaction, membershipId: string): Promise<readonly KeptDraft[]> {
    const rows = await tx.rows<DraftLine>(all, [tx.municipality, membershipId]);
    return rows.map((row) => this.#opened(tx, membershipId, row));
  }

  /** Nothing when there is none, or it is past its days. @throws like {@link list} */
  async get(tx: Transaction, { membershipId, place }: DraftKey): Promise<KeptDraft | undefined> {
    const row = await tx.first<DraftLine>(one, [tx.municipality, membershipId, place]);
    return row && this.#opened(tx, membershipId, row);
  }

  /** Does nothing when there is none. */
  async remove(tx: Transaction, { membershipId, place }: DraftKey): Promise<void> {
    await tx.rows(remove, [tx.municipality, membershipId, place]);
  }

  #opened({ municipality }: Transaction, membershipId: string, row: DraftLine): KeptDraft {
    const { place, ciphertext, key_id: keyId, wrapped_key: wrappedKey, ms } = row;
    const key = this.#cipher.unwrap({ keyId, wrappedKey }, municipality, ownerOf(membershipId));
    const text = this.#cipher.decrypt(key, ciphertext, placeOf(municipality, { membershipId, place }));
    return { place, savedAtMs: ms, ...(JSON.parse(text) as Pick<KeptDraft, 'title' | 'content'>) };
  }
}

const ownerOf = (membershipId: string): string => `draft/${membershipId}`;
const placeOf = (municipality: string, { membershipId, place }: DraftKey): Parameters<TextCipher['decrypt']>[2] => ({
  municipality,
  recordId: ownerOf(membershipId),
  textId: place,
});

/** Deletes what is past its days, of everybody. Asked with the clock's connection. @returns how many went */
export async function pruneDrafts(clock: DataSource): Promise<number> {
  const [row] = await withoutMunicipality<{ n: number }>(clock, prune, []);
  return row?.n ?? 0;
}
