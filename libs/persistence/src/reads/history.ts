import type { Actor } from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';

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
