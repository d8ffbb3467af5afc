import type { AuditedDisclosure, AuditedEvent, AuditEntry, Statement, Transaction } from '#libs/persistence';

/** An entry as it is stored: what it says, and its place in the chain. */
export interface StoredEntry extends AuditEntry {
  readonly seq: number;
  readonly hash: Buffer;
}

// Instants are hashed in the form that the writer gave them: UTC with milliseconds.
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const entries: Statement = {
  name: 'audit-entries',
  text: `
    select seq, ${instant('at')} as at, actor, action, command_id as "commandId", record_id as "recordId", events, texts, disclosures, hash
    from audit_entry where municipality_id = $1 and seq > $2 order by seq limit $3`,
};

/** The entries after `afterSeq`, in the order of the chain. */
export async function entriesAfter(tx: Transaction, afterSeq: number, limit: number): Promise<readonly StoredEntry[]> {
  const rows = await tx.rows<Omit<StoredEntry, 'municipality'>>(entries, [tx.municipality, afterSeq, limit]);
  return rows.map((row) => ({ ...row, municipality: tx.municipality }));
}

const head: Statement = { name: 'audit-head', text: 'select seq, hash from audit_head where municipality_id = $1' };

export const headOf = async (tx: Transaction): Promise<{ readonly seq: number; readonly hash: Buffer } | undefined> =>
  tx.first(head, [tx.municipality]);

/** An event with what its columns repeat of it. */
export interface EventRow extends AuditedEvent {
  readonly recordId: string;
  readonly type: string;
  readonly v: number;
  readonly actor: unknown;
  readonly commandId: string;
}

const events: Statement = {
  name: 'audit-events',
  text: `
    select e.record_id as "recordId", e.seq, ${instant('e.at')} as at, e.payload, e.type, e.v, e.actor, e.command_id as "commandId"
    from jsonb_to_recordset($2::jsonb) as x("recordId" uuid, "from" int, "to" int)
    join event e on e.municipality_id = $1 and e.record_id = x."recordId" and e.seq between x."from" and x."to"
    order by e.record_id, e.seq`,
};

/** The events that these entries speak of. */
export async function eventsOf(tx: Transaction, ranges: AuditEntry['events']): Promise<readonly EventRow[]> {
  return tx.rows<EventRow>(events, [tx.municipality, JSON.stringify(ranges)]);
}

const disclosures: Statement = {
  name: 'audit-disclosures',
  text: `
    select id, record_id as "recordId", person_id as "personId", to_agency as "toAgency", to_membership as "toMembership", what, basis, ${instant('at')} as at
    from disclosure where municipality_id = $1 and id = any($2::uuid[])`,
};

export const disclosuresById = async (tx: Transaction, ids: readonly string[]): Promise<readonly AuditedDisclosure[]> =>
  tx.rows(disclosures, [tx.municipality, ids]);

const texts: Statement = {
  name: 'audit-texts',
  text: `select id, encode(salted_hash, 'hex') as "saltedHash" from text_revision where municipality_id = $1 and id = any($2::uuid[])`,
};

/** The stored hashes of those texts that were not disposed of. */
export const textHashes = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly saltedHash: string }[]> => tx.rows(texts, [tx.municipality, ids]);
