import type { KeyObject } from 'node:crypto';
import type { RecordRef } from '#libs/contracts';
import type { LinkedCommand } from '#libs/domain';
import type { AuditedText } from '../audit/audit-link.ts';
import { RecordKeyRow } from '../entities/record-key.entity.ts';
import { TextRevisionRow } from '../entities/text-revision.entity.ts';
import type { GivenText } from '../executor/order.ts';
import type { Batch } from '../write/batch.ts';
import { bytes, instant } from '../write/row-statements.ts';
import type { TextCipher, WrappedKey } from './text-cipher.ts';
import { textIdsIn } from './text-ids.ts';

/**
 * Whose a text is: what one record passes on to another (the next step of a 協議結果, from a sitting to a case) is written about that
 * one, lies under its key and goes with it at its disposal; everything else belongs to the record of the command.
 */
export function ownerOf(textId: string, ref: RecordRef, links: readonly LinkedCommand[]): RecordRef {
  return links.find((link) => textIdsIn(link.command).has(textId))?.ref ?? ref;
}

/** A text as the log speaks of it: all that its row says, of the content a hash. */
export type WrittenText = Required<AuditedText>;

/** Encrypts the texts under their records' keys, making a key for a record that has none yet. */
export function writeTexts(
  batch: Batch,
  cipher: TextCipher,
  texts: readonly { readonly text: GivenText; readonly owner: RecordRef }[],
  keys: ReadonlyMap<string, WrappedKey>,
  nowMs: number,
): readonly WrittenText[] {
  const dataKeys = new Map<string, KeyObject>();
  const keyOf = (owner: RecordRef): KeyObject => {
    const known = dataKeys.get(owner.id);
    if (known) return known;
    const stored = keys.get(owner.id);
    const key = stored ? cipher.unwrap(stored, owner.municipality, owner.id) : newKey(owner);
    dataKeys.set(owner.id, key);
    return key;
  };
  const newKey = (owner: RecordRef): KeyObject => {
    const key = cipher.newDataKey();
    const { keyId, wrappedKey } = cipher.wrap(key, owner.municipality, owner.id);
    batch.insert(RecordKeyRow, [
      { municipalityId: owner.municipality, recordId: owner.id, keyId, wrappedKey: bytes(wrappedKey) },
    ]);
    return key;
  };
  const rows = texts.map(({ text, owner }) => {
    const sealed = cipher.encrypt(keyOf(owner), text.content, {
      municipality: owner.municipality,
      recordId: owner.id,
      textId: text.id,
    });
    return { id: text.id, owner, slot: text.slot, ...sealed };
  });
  batch.insert(
    TextRevisionRow,
    rows.map(({ id, owner, slot, ciphertext, salt, saltedHash }) => ({
      municipalityId: owner.municipality,
      id,
      recordId: owner.id,
      slot,
      ciphertext: bytes(ciphertext),
      salt: bytes(salt),
      saltedHash: bytes(saltedHash),
      createdAt: instant(nowMs),
    })),
  );
  return rows.map(({ id, owner, slot, saltedHash }) => ({
    id,
    recordId: owner.id,
    slot,
    createdAt: instant(nowMs),
    saltedHash: saltedHash.toString('hex'),
  }));
}
