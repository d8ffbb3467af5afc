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

/** Which of these events are told to the reader. What is not is passed over: no page and no cursor tells that there is something (R65). */
export type ToldEvents = (events: readonly LoggedEvent[]) => Promise<(event: LoggedEvent) => boolean>;

/** So many events are read at once where the page is not full for what was passed over. */
const readAtOnce = 100;

/** The log page by page, newest first. @throws CursorError */
export async function historyPage(
  tx: Transaction,
  recordId: string,
  request: HistoryRequest,
  toldOf: ToldEvents,
): Promise<Page<LoggedEvent>> {
  const limit = limitOf(request);
  const list = pagedList(tx, 'history', recordId);
  const [start] = cursorOf(list, request, ['count']) ?? [];
  const told: LoggedEvent[] = [];
  let before = Number(start ?? 2 ** 31 - 1);
  for (let most = limit + 1; ; most = readAtOnce) {
    const values = [tx.municipality, recordId, before, request.keeping ?? false, keeping, most];
    const read = await tx.rows<LoggedEvent>(backwards, values);
    const isTold = await toldOf(read);
    told.push(...read.filter(isTold));
    const last = read.at(-1);
    if (!last || read.length < most || told.length > limit) return pageOf(list, told, limit, ({ seq }) => [seq]);
    before = last.seq;
  }
}

/** The log from after `afterSeq` on, oldest first; all of it by default. */
export const historyOf = async (
  tx: Transaction,
  recordId: string,
  afterSeq = 0,
  limit: number | null = null,
): Promise<LoggedEvent[]> => tx.rows(history, [tx.municipality, recordId, afterSeq, limit]);
