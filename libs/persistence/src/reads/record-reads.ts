import type { RecordKind, RecordRef, Standing } from '#libs/contracts';
import type { Actor, CaseState, KeptState, SittingState, NoticeKind } from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';

export interface StoredRecord<S extends KeptState = KeptState> {
  readonly id: string;
  readonly kind: RecordKind;
  readonly state: S;
  readonly standing: Standing;
  readonly seq: number;
  readonly isOpen: boolean;
  /** Agencies that take part (R65). */
  readonly agencies: readonly string[];
  /** The rules' now of the last change, epoch ms. */
  readonly updatedAtMs: number;
}

const recordById: Statement = {
  name: 'read-record',
  text: `
    select id, kind, state, standing, seq, is_open as "isOpen", agencies, (extract(epoch from updated_at) * 1000)::float8 as "updatedAtMs"
    from record where municipality_id = $1 and id = $2 and kind = $3`,
};

/** The case, or nothing when this municipality has none of that id. */
export const caseOf = async (tx: Transaction, id: string): Promise<StoredRecord<CaseState> | undefined> =>
  tx.first(recordById, [tx.municipality, id, 'support-case']);
/** The sitting, or nothing when this municipality has none of that id. */
export const sittingOf = async (tx: Transaction, id: string): Promise<StoredRecord<SittingState> | undefined> =>
  tx.first(recordById, [tx.municipality, id, 'sitting']);

const standing: Statement = {
  name: 'read-standing',
  text: 'select standing from record where municipality_id = $1 and id = $2 and kind = $3',
};

/** Where a record stands now, for its workflow. */
export async function standingOf(tx: Transaction, ref: RecordRef): Promise<Standing | undefined> {
  const row = await tx.first<{ standing: Standing }>(standing, [tx.municipality, ref.id, ref.kind]);
  return row?.standing;
}

/** An event of the log. */
export interface LoggedEvent {
  readonly seq: number;
  /** The rules' now, epoch ms. */
  readonly atMs: number;
  /** Real time, epoch ms. */
  readonly recordedAtMs: number;
  readonly type: string;
  readonly v: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly commandId: string;
}

const history: Statement = {
  name: 'read-history',
  text: `
    select seq, (extract(epoch from at) * 1000)::float8 as "atMs", (extract(epoch from recorded_at) * 1000)::float8 as "recordedAtMs",
      type, v, payload, actor, command_id as "commandId"
    from event where municipality_id = $1 and record_id = $2 and seq > $3 order by seq limit $4`,
};

/** The log from after `afterSeq` on, oldest first; all of it by default. */
export const historyOf = async (
  tx: Transaction,
  recordId: string,
  afterSeq = 0,
  limit: number | null = null,
): Promise<LoggedEvent[]> => tx.rows(history, [tx.municipality, recordId, afterSeq, limit]);

/** A word that was decided, and how far it got. */
export interface DecidedNotice {
  readonly id: string;
  readonly key: string;
  readonly kind: NoticeKind;
  readonly recipientAgency: string;
  readonly recipientTo: string;
  readonly invitationId: string | null;
  readonly sequence: number | null;
  readonly obligationKind: string | null;
  /** The rules' now of the commit, epoch ms. */
  readonly createdAtMs: number;
  readonly state: 'queued' | 'sent' | 'failed' | 'phone' | 'superseded';
  readonly attempts: number;
  readonly lastResult: string | null;
  readonly sentAtMs: number | null;
}

const notices: Statement = {
  name: 'read-notices',
  text: `
    select id, key, kind, recipient_agency as "recipientAgency", recipient_to as "recipientTo", invitation_id as "invitationId", sequence,
      obligation_kind as "obligationKind", (extract(epoch from created_at) * 1000)::float8 as "createdAtMs", state, attempts, last_result as "lastResult",
      (extract(epoch from sent_at) * 1000)::float8 as "sentAtMs"
    from notice where municipality_id = $1 and record_id = $2 order by created_at, id`,
};

/** Every notice of a record, oldest first. */
export const noticesOf = async (tx: Transaction, recordId: string): Promise<DecidedNotice[]> =>
  tx.rows(notices, [tx.municipality, recordId]);

export interface DisclosedRow {
  readonly id: string;
  readonly personId: string | null;
  readonly toAgency: string | null;
  readonly toMembership: string | null;
  readonly what: string;
  readonly basis: string;
  readonly atMs: number;
}

const disclosures: Statement = {
  name: 'read-disclosures',
  text: `
    select id, person_id as "personId", to_agency as "toAgency", to_membership as "toMembership", what, basis, (extract(epoch from at) * 1000)::float8 as "atMs"
    from disclosure where municipality_id = $1 and record_id = $2 order by at, id`,
};

/** 情報提供の記録 of a case (R64), oldest first. */
export const disclosuresOf = async (tx: Transaction, recordId: string): Promise<DisclosedRow[]> =>
  tx.rows(disclosures, [tx.municipality, recordId]);
