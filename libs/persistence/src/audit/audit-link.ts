import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Hash before the first entry of a municipality. */
export const genesisHash = Buffer.alloc(32);

/** Events of one record in one commit; `sha256` is over the RFC 8785 form of the list of them. */
export interface AuditedEvents {
  readonly recordId: string;
  readonly from: number;
  readonly to: number;
  readonly sha256: string;
}

/** A text as an entry speaks of it: its row beside the ciphertext, and the salted SHA-256 in hex, which stays true after its disposal. */
export interface AuditedText {
  readonly id: string;
  readonly saltedHash: string;
  /** What version 1 did not say. */
  readonly recordId?: string;
  readonly slot?: string;
  readonly createdAt?: string;
}

/** What one entry of the chain says. Every field is hashed; `docs/decisions/0003` and `0015` describe the format. */
export interface AuditEntry {
  /** Of the format: 1 was stamped by the process that wrote it, 2 by the database. */
  readonly v: number;
  readonly municipality: string;
  /** Real time, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** Who, as the rules know it (ids and codes). */
  readonly actor: unknown;
  /** The command's type, or `read.<what>`, such as `read.case`. */
  readonly action: string;
  readonly commandId: string | null;
  readonly recordId: string | null;
  readonly events: readonly AuditedEvents[];
  /** Texts written by the commit; of {@link textsDisposed} those that were taken away. */
  readonly texts: readonly AuditedText[];
  readonly disclosures: readonly { readonly id: string; readonly sha256: string }[];
}

/** Action of the entry that a 廃棄 leaves: its texts are there no more, and are not missed. */
export const textsDisposed = 'texts.disposed';

/** A disclosure as it is hashed. */
export interface AuditedDisclosure {
  readonly id: string;
  readonly recordId: string;
  readonly personId: string | null;
  readonly toAgency: string | null;
  readonly toMembership: string | null;
  readonly what: string;
  readonly basis: string;
  readonly at: string;
}

/** An event as it is hashed: the facts, and the now of the rules when they became facts. */
export interface AuditedEvent {
  readonly seq: number;
  readonly at: string;
  readonly payload: unknown;
}

/** RFC 8785 text of a value: the same for the same JSON, whatever the order of its keys. @throws when it is not JSON. */
function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('this is not JSON');
  return text;
}

/** A value as the text that is hashed (lower-case hex). */
export function hashed(value: unknown): { readonly text: string; readonly sha256: string } {
  const text = canonical(value);
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
}

export const sha256Of = (value: unknown): string => hashed(value).sha256;

/** The text that is hashed for an entry. */
export const auditContent = (entry: AuditEntry): string => canonical(entry);

/** The text of an entry before and behind its `at`, which the database puts there: `at` is the third of its keys. */
export function contentAround({
  action,
  actor,
  ...rest
}: Omit<AuditEntry, 'at'>): readonly [before: string, after: string] {
  return [`${canonical({ action, actor }).slice(0, -1)},"at":"`, `",${canonical(rest).slice(1)}`];
}

/** The link that follows `previous`: SHA-256 over the previous hash (32 bytes) and the content (UTF-8). */
export const linkHash = (previous: Uint8Array, content: string): Buffer =>
  createHash('sha256').update(previous).update(content, 'utf8').digest();
