import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;
const saltLength = 16;
/** A cursor's length says nothing of the number in it. */
const cursorStep = 48;

/** A record's data key, wrapped by the master key named `keyId`. */
export interface WrappedKey {
  readonly keyId: string;
  readonly wrappedKey: Buffer;
}

/** Where a text belongs: bound to its ciphertext, so that one cannot be put in the place of another. */
export interface TextPlace {
  readonly municipality: string;
  readonly recordId: string;
  readonly textId: string;
}

interface MasterKey {
  readonly id: string;
  readonly key: KeyObject;
}

/**
 * Keeps texts about people: AES-256-GCM with a key per record, which a master key wraps. Deleting the wrapped key makes the texts of a
 * record unreadable for ever. Also derives what else is secret: reply links and the fingerprints of commands. Keys are key objects: with
 * bytes each use takes 40 µs more (Node 24).
 */
export class TextCipher {
  readonly #masters: readonly [MasterKey, ...MasterKey[]];
  readonly #fingerprintKey: KeyObject;
  readonly #replyKey: KeyObject;
  readonly #cursorKey: KeyObject;

  /**
   * @param masterKey 32 bytes in base64, wraps from now on
   * @param olderMasterKeys those of before, oldest last: still needed to unwrap
   * @throws RangeError when one is not 32 bytes long
   */
  constructor(masterKey: string, olderMasterKeys: readonly string[] = []) {
    const [current, ...older] = [masterKey, ...olderMasterKeys].map(master);
    if (!current) throw new RangeError('a master key is needed');
    this.#masters = [current, ...older];
    // From the oldest: a link that was mailed stays good when the master key changes, and so do fingerprints.
    const oldest = older.at(-1) ?? current;
    this.#fingerprintKey = derived(oldest.key, 'tsunagi command fingerprint');
    this.#replyKey = derived(oldest.key, 'tsunagi reply token');
    this.#cursorKey = derived(oldest.key, 'tsunagi cursor');
  }

  newDataKey(): KeyObject {
    return createSecretKey(randomBytes(32));
  }

  wrap(dataKey: KeyObject, municipality: string, recordId: string): WrappedKey {
    const [{ id, key }] = this.#masters;
    return { keyId: id, wrappedKey: sealed(key, dataKey.export(), `${municipality}/${recordId}`) };
  }

  /** @throws when the master key `keyId` is not ours, or the row was altered. */
  unwrap({ keyId, wrappedKey }: WrappedKey, municipality: string, recordId: string): KeyObject {
    const found = this.#masters.find(({ id }) => id === keyId);
    if (!found) throw new Error(`the master key ${keyId} is not in the settings`);
    return createSecretKey(opened(found.key, wrappedKey, `${municipality}/${recordId}`));
  }

  encrypt(
    dataKey: KeyObject,
    content: string,
    place: TextPlace,
  ): { readonly ciphertext: Buffer; readonly salt: Buffer; readonly saltedHash: Buffer } {
    const salt = randomBytes(saltLength);
    return {
      ciphertext: sealed(dataKey, Buffer.from(content, 'utf8'), nameOf(place)),
      salt,
      saltedHash: saltedHashOf(salt, content),
    };
  }

  /** @throws when the text, its place or its key do not belong together. */
  decrypt(dataKey: KeyObject, ciphertext: Buffer, place: TextPlace): string {
    return opened(dataKey, ciphertext, nameOf(place)).toString('utf8');
  }

  /** A keyed hash: recognises the same thing without telling what it is. */
  fingerprint(text: string): Buffer {
    return createHmac('sha256', this.#fingerprintKey).update(text).digest();
  }

  /** Seals where a reader stands in a list, fit for a URL: for that list and reader (`place`) alone, in steps of 48 bytes. */
  sealCursor(plain: string, place: string): string {
    const bytes = Buffer.from(plain, 'utf8');
    const padded = Buffer.concat([bytes, Buffer.alloc(cursorStep - (bytes.length % cursorStep), ' ')]);
    return sealed(this.#cursorKey, padded, place).toString('base64url');
  }

  /** @throws when it was not sealed here for this place. */
  openCursor(cursor: string, place: string): string {
    return opened(this.#cursorKey, Buffer.from(cursor, 'base64url'), place).toString('utf8').trimEnd();
  }

  /** The secret of an invitation's reply link, 43 characters fit for a URL; always the same for the same invitation. Kept nowhere. */
  replyToken(municipality: string, invitationId: string): string {
    return createHmac('sha256', this.#replyKey).update(`${municipality}/${invitationId}`).digest('base64url');
  }
}

/** What is stored of a token: who reads the table cannot use it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What the audit keeps of a text: proves what it said to who knows it, tells nothing once the salt is gone. */
export const saltedHashOf = (salt: Buffer, content: string): Buffer =>
  createHash('sha256').update(salt).update(content, 'utf8').digest();

const nameOf = ({ municipality, recordId, textId }: TextPlace): string => `${municipality}/${recordId}/${textId}`;

function master(base64: string): MasterKey {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== 32) throw new RangeError('a master key is 32 bytes in base64');
  const id = createHash('sha256').update('tsunagi master key').update(key).digest('hex').slice(0, 12);
  return { id, key: createSecretKey(key) };
}

const derived = (key: KeyObject, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', purpose, 32)));

function sealed(key: KeyObject, plain: Buffer, name: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(name, 'utf8'));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function opened(key: KeyObject, sealedBytes: Buffer, name: string): Buffer {
  const iv = sealedBytes.subarray(0, ivLength);
  const tag = sealedBytes.subarray(ivLength, ivLength + tagLength);
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagLength })
    .setAAD(Buffer.from(name, 'utf8'))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(sealedBytes.subarray(ivLength + tagLength)), decipher.final()]);
}
