import type { Actor } from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';
import { cursorOf, limitOf, pagedList, pageOf, type Page, type PageRequest } from './cursor.ts';

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

const ofRecord = `
  select seq, (extract(epoch from at) * 1000)::float8 as "atMs", (extract(epoch from recorded_at) * 1000)::float8 as "recordedAtMs",
    type, v, payload, actor, command_id as "commandId"
  from event where municipality_id = $1 and record_id = $2`;

const history: Statement = {
  name: 'read-history',
  text: `${ofRecord} and seq > $3 order by seq limit $4`,
};

const backwards: Statement = {
  name: 'read-history-backwards',
  text: `${ofRecord} and seq < $3 and ($4 or type <> all($5::text[])) order by seq desc limit $6`,
};

/** The keeping of dates that follows from what people do. */
const keeping = ['obligation-opened', 'obligation-settled', 'obligation-reassigned', 'obligation-redated'];

export interface HistoryRequest extends PageRequest {
  /** With the keeping of dates. */
  readonly keeping?: boolean | undefined;
}

/** The log page by page, newest first. @throws CursorError */
export async function historyPage(
  tx: Transaction,
  recordId: string,
  request: HistoryRequest,
): Promise<Page<LoggedEvent>> {
  const limit = limitOf(request);
  const list = pagedList(tx, 'history', recordId);
  const [before] = cursorOf(list, request, ['count']) ?? [];
  const values = [tx.municipality, recordId, before ?? 2 ** 31 - 1, request.keeping ?? false, keeping, limit + 1];
  return pageOf(list, await tx.rows<LoggedEvent>(backwards, values), limit, ({ seq }) => [seq]);
}

/** The log from after `afterSeq` on, oldest first; all of it by default. */
export const historyOf = async (
  tx: Transaction,
  recordId: string,
  afterSeq = 0,
  limit: number | null = null,
): Promise<LoggedEvent[]> => tx.rows(history, [tx.municipality, recordId, afterSeq, limit]);
