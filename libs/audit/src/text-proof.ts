import type { KeyObject } from 'node:crypto';
import { saltedHashOf, type AuditedText, type TextCipher } from '#libs/persistence';
import type { TextRow } from './chain-rows.ts';

/** Holds stored texts against what the chain says of them. */
export class TextProof {
  readonly #cipher: TextCipher;
  readonly #municipality: string;
  readonly #keys = new Map<string, KeyObject>();

  constructor(cipher: TextCipher, municipality: string) {
    this.#cipher = cipher;
    this.#municipality = municipality;
  }

  /** What is wrong with the row, if anything: it says something else, or what it holds is something else or cannot be opened. */
  fault(said: AuditedText, row: TextRow): 'text-altered' | 'text-unreadable' | undefined {
    const { recordId = row.recordId, slot = row.slot, createdAt = row.createdAt, saltedHash } = said;
    if (recordId !== row.recordId || slot !== row.slot || createdAt !== row.createdAt || saltedHash !== row.saltedHash)
      return 'text-altered';
    const content = this.#opened(row);
    if (content === undefined) return 'text-unreadable';
    return saltedHashOf(row.salt, content).toString('hex') === saltedHash ? undefined : 'text-altered';
  }

  #opened({ id, recordId, ciphertext, keyId, wrappedKey }: TextRow): string | undefined {
    if (keyId === null || wrappedKey === null) return undefined;
    const municipality = this.#municipality;
    try {
      const key = this.#keys.get(recordId) ?? this.#cipher.unwrap({ keyId, wrappedKey }, municipality, recordId);
      this.#keys.set(recordId, key);
      return this.#cipher.decrypt(key, ciphertext, { municipality, recordId, textId: id });
    } catch {
      return undefined;
    }
  }
}
