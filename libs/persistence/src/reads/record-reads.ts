import type { RecordKind } from '#libs/contracts';
import { definitionOf, type KeptState, type LeftEntry, type NoticeKind, type StateOf } from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';
import { isOlder, stateOfToday } from '../log/shape-of-today.ts';
import { cursorOf, limitOf, pagedList, pageOf, type Page, type PageRequest } from './cursor.ts';

export interface StoredRecord<S extends KeptState = KeptState> {
  readonly id: string;
  readonly kind: RecordKind;
  readonly state: S;
  readonly seq: number;
  readonly isOpen: boolean;
  /** Agencies that take part (R65). */
  readonly agencies: readonly string[];
  /** The rules' now of the last change, epoch ms. */
  readonly updatedAtMs: number;
  /** All that has left the state, where an older build wrote the record and it was folded anew in memory; else those are rows. */
  readonly refolded?: readonly LeftEntry[];
}

const recordById: Statement = {
  name: 'read-record',
  text: `
    select id, kind, shape, state, seq, is_open as "isOpen", agencies, (extract(epoch from updated_at) * 1000)::float8 as "updatedAtMs"
    from record where municipality_id = $1 and id = $2 and kind = $3`,
};

export const caseOf = async (tx: Transaction, id: string): Promise<StoredRecord<StateOf<'support-case'>> | undefined> =>
  recordOf(tx, id, 'support-case');
export const sittingOf = async (tx: Transaction, id: string): Promise<StoredRecord<StateOf<'sitting'>> | undefined> =>
  recordOf(tx, id, 'sitting');

/**
 * The record of that kind, or nothing when this municipality has none of that id. The kind says which state it is. Nobody meets a state of an
 * older build: it is folded anew in memory, and stored by the next command.
 */
export async function recordOf<K extends RecordKind>(
  tx: Transaction,
  id: string,
  kind: K,
): Promise<StoredRecord<StateOf<K>> | undefined> {
  type Row = StoredRecord<StateOf<K>> & { readonly shape: number };
  const row = await tx.first<Row>(recordById, [tx.municipality, id, kind]);
  if (!row) return undefined;
  const { shape, ...stored } = row;
  const definition = definitionOf(kind);
  if (!isOlder(row, definition)) return stored;
  const folded = await stateOfToday(tx, { id, shape, state: stored.state }, definition);
  const state = folded.state as StateOf<K>;
  return {
    ...stored,
    state,
    refolded: folded.left,
    seq: state.seq,
    isOpen: definition.isOpen(state),
    agencies: definition.agencies(state),
  };
}

/** States of these cases, by id, as they stand today: for the lines of one page of a list. */
export async function casesOf(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StateOf<'support-case'>>> {
  const found = new Map<string, StateOf<'support-case'>>();
  for (const id of ids) {
    const stored = await caseOf(tx, id);
    if (stored) found.set(id, stored.state);
  }
  return found;
}

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
    from notice where municipality_id = $1 and record_id = $2 and ($6::text is null or recipient_agency = $6)
      and ($3::float8 is null or (created_at, id) < (to_timestamp($3::float8 / 1000), $4::uuid))
    order by created_at desc, id desc limit $5`,
};

export interface NoticesRequest extends PageRequest {
  /** Only those for this agency. */
  readonly to?: string | undefined;
}

/** The notices of a record, newest first. @throws CursorError */
export async function noticesOf(
  tx: Transaction,
  recordId: string,
  request: NoticesRequest = {},
): Promise<Page<DecidedNotice>> {
  const limit = limitOf(request);
  const list = pagedList(tx, 'notices', recordId);
  const [createdAtMs, id] = cursorOf(list, request, ['instant', 'uuid']) ?? [];
  const values = [tx.municipality, recordId, createdAtMs ?? null, id ?? null, limit + 1, request.to ?? null];
  return pageOf(list, await tx.rows<DecidedNotice>(notices, values), limit, (row) => [row.createdAtMs, row.id]);
}
