import type { RecordRef } from '#libs/contracts';
import type { AuditedDisclosure, AuditedEvent, AuditEntry, Statement, Transaction } from '#libs/persistence';

/** An entry as it is stored: what it says, and its place in the chain. */
export interface StoredEntry extends AuditEntry {
  readonly seq: number;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}

// Instants are hashed in the form that the writer gave them: UTC with milliseconds.
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const entries: Statement = {
  name: 'audit-entries',
  text: `
    select v, seq, ${instant('at')} as at, actor, action, command_id as "commandId", record_id as "recordId", events, texts, disclosures,
      prev_hash as "prevHash", hash
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
  /** Real time, as `at` of its entry. */
  readonly recordedAt: string;
}

const events: Statement = {
  name: 'audit-events',
  text: `
    select e.record_id as "recordId", e.seq, ${instant('e.at')} as at, e.payload, e.type, e.v, e.actor, e.command_id as "commandId",
      ${instant('e.recorded_at')} as "recordedAt"
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

/** A text as it is stored, with what its record's key is wrapped in. */
export interface TextRow {
  readonly id: string;
  readonly recordId: string;
  readonly slot: string;
  readonly createdAt: string;
  readonly ciphertext: Buffer;
  readonly salt: Buffer;
  readonly saltedHash: string;
  readonly keyId: string | null;
  readonly wrappedKey: Buffer | null;
}

const texts: Statement = {
  name: 'audit-texts',
  text: `
    select t.id, t.record_id as "recordId", t.slot, ${instant('t.created_at')} as "createdAt", t.ciphertext, t.salt,
      encode(t.salted_hash, 'hex') as "saltedHash", k.key_id as "keyId", k.wrapped_key as "wrappedKey"
    from text_revision t left join record_key k on k.municipality_id = t.municipality_id and k.record_id = t.record_id
    where t.municipality_id = $1 and t.id = any($2::uuid[])`,
};

/** Those of these texts that are there. */
export const textsById = async (tx: Transaction, ids: readonly string[]): Promise<readonly TextRow[]> =>
  tx.rows(texts, [tx.municipality, ids]);

const counts: Statement = {
  name: 'audit-counts',
  text: `
    select (select count(*) from municipality where municipality_id = $1)::int as municipalities,
      (select count(*) from text_revision where municipality_id = $1)::int as texts,
      (select count(*) from disclosure where municipality_id = $1)::int as disclosures`,
};

/** How many rows there are. */
export interface RowCounts {
  readonly municipalities: number;
  readonly texts: number;
  readonly disclosures: number;
}

export async function countRows(tx: Transaction): Promise<RowCounts> {
  const row = await tx.first<RowCounts>(counts, [tx.municipality]);
  if (!row) throw new Error('the database did not count');
  return row;
}

const lengths: Statement = {
  name: 'audit-log-lengths',
  text: 'select record_id as id, count(*)::int as events from event where municipality_id = $1 group by record_id order by record_id',
};

/** How many events each record has. */
export const logLengths = async (
  tx: Transaction,
): Promise<readonly { readonly id: string; readonly events: number }[]> => tx.rows(lengths, [tx.municipality]);

const uncoveredTexts: Statement = {
  name: 'audit-uncovered-texts',
  text: `
    select t.id from text_revision t where t.municipality_id = $1 and not exists (
      select from audit_entry e where e.municipality_id = $1 and e.texts @> jsonb_build_array(jsonb_build_object('id', t.id))) limit 10`,
};
const uncoveredDisclosures: Statement = {
  name: 'audit-uncovered-disclosures',
  text: `
    select d.id from disclosure d where d.municipality_id = $1 and not exists (
      select from audit_entry e where e.municipality_id = $1 and e.disclosures @> jsonb_build_array(jsonb_build_object('id', d.id))) limit 10`,
};

/** The first rows of which no entry speaks; only asked when there are more rows than entries speak of. */
export async function uncoveredIds(tx: Transaction, of: 'texts' | 'disclosures'): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(of === 'texts' ? uncoveredTexts : uncoveredDisclosures, [tx.municipality]);
  return rows.map(({ id }) => id);
}

const records: Statement = {
  name: 'audit-records',
  text: `
    select municipality_id as municipality, kind, id from record
    where municipality_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
};

/** The records after `afterId`, in the order of ids. */
export const recordsAfter = async (
  tx: Transaction,
  afterId: string | null,
  limit: number,
): Promise<readonly RecordRef[]> => tx.rows(records, [tx.municipality, afterId, limit]);
