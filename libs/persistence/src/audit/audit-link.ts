import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Piece } from '../write/row-statements.ts';

/** Hash before the first entry of a municipality. */
export const genesisHash = Buffer.alloc(32);

/** Events of one record in one commit; `sha256` is over the RFC 8785 form of the list of them. */
export interface AuditedEvents {
  readonly recordId: string;
  readonly from: number;
  readonly to: number;
  readonly sha256: string;
}

/** What one entry of the chain says. Every field is hashed; `docs/decisions/0003-audit-chain.md` is the format's description. */
export interface AuditEntry {
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
  /** Texts written by the commit: id and salted SHA-256 in hex. They stay true after the texts are disposed of. */
  readonly texts: readonly { readonly id: string; readonly saltedHash: string }[];
  readonly disclosures: readonly { readonly id: string; readonly sha256: string }[];
}

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

export const sha256Of = (value: unknown): string => createHash('sha256').update(canonical(value), 'utf8').digest('hex');

/** The bytes that are hashed for an entry. `v` is the version of the format. */
export const auditContent = (entry: AuditEntry): string => canonical({ v: 1, ...entry });

/** The link that follows `previous`: SHA-256 over the previous hash (32 bytes) and the content (UTF-8). */
export const linkHash = (previous: Uint8Array, content: string): Buffer =>
  createHash('sha256').update(previous).update(content, 'utf8').digest();

/**
 * Appends an entry, hashed by PostgreSQL with the very row lock that orders the municipality's commits: the head is held only from here
 * to the commit. Its parameter is {@link auditParameter}.
 */
export const auditPieces: readonly [head: Piece, entry: (parameter: string, head: string) => string] = [
  (parameter) => `
    insert into audit_head as h (municipality_id, seq, prev_hash, hash)
    select x.municipality, 1, '\\x${genesisHash.toString('hex')}'::bytea, sha256('\\x${genesisHash.toString('hex')}'::bytea || convert_to(x.content, 'UTF8'))
    from jsonb_to_record(${parameter}::jsonb) as x(municipality text, content text)
    on conflict (municipality_id) do update
      set seq = h.seq + 1, prev_hash = h.hash, hash = sha256(h.hash || convert_to((${parameter}::jsonb) ->> 'content', 'UTF8'))
    returning municipality_id, seq, prev_hash, hash`,
  (parameter, head) => `
    insert into audit_entry (municipality_id, seq, at, actor, action, command_id, record_id, events, texts, disclosures, prev_hash, hash)
    select ${head}.municipality_id, ${head}.seq, x.at, x.actor, x.action, x."commandId", x."recordId", x.events, x.texts, x.disclosures, ${head}.prev_hash, ${head}.hash
    from ${head}, jsonb_to_record(${parameter}::jsonb) as
      x(at timestamptz, actor jsonb, action text, "commandId" text, "recordId" uuid, events jsonb, texts jsonb, disclosures jsonb)`,
];

export const auditParameter = (entry: AuditEntry): unknown => ({ ...entry, content: auditContent(entry) });
