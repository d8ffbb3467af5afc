import pg from 'pg';
import { ListenedClient } from './listened-client.ts';

/**
 * What ails the database when it does not do what it was asked, through no fault of the asker: it cannot be reached or goes down
 * (`away`), cannot get round to it (`busy`), has no place left (`full`), only lets itself be read (`read-only`).
 */
export type Trouble = 'away' | 'busy' | 'full' | 'read-only';

/** No connection could be had in time, or the one in hand broke. */
export class NoConnection extends Error {}

/** The one in hand broke: another one may do. */
export class BrokenConnection extends NoConnection {}

/** The connection broke between the last statements and the answer to the commit: they are written, or they are not. */
export class UncertainCommit extends NoConnection {}

/** The records an order touches were others when they were locked than when they were read: plan again from the start. */
export class TouchedOthers extends Error {}

/** By SQLSTATE (PostgreSQL, appendix A); class 08 (connection exceptions) is `away`, too. */
const troubles: Readonly<Record<string, Trouble>> = {
  '25006': 'read-only', // read_only_sql_transaction
  '40001': 'busy', // serialization_failure
  '40P01': 'busy', // deadlock_detected
  '53100': 'full', // disk_full
  '53200': 'busy', // out_of_memory
  '53300': 'busy', // too_many_connections
  '55P03': 'busy', // lock_not_available
  '57014': 'busy', // query_canceled: a timeout
  '57P01': 'away', // admin_shutdown, also a terminated connection
  '57P02': 'away', // crash_shutdown
  '57P03': 'away', // cannot_connect_now: starting or stopping
  '57P05': 'away', // idle_session_timeout
  '25P03': 'busy', // idle_in_transaction_session_timeout
};

/** The words of `pg` and `pg-pool` (pinned; a test meets each) where they give no code. */
const noAnswer = 'Query read timeout';
const noneFree = 'timeout exceeded when trying to connect';

/** What ails the database, if it is that; nothing when the fault is in what was asked. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof TouchedOthers) return 'busy';
  if (error instanceof NoConnection) {
    const { cause } = error;
    if (Error.isError(cause) && (cause.message === noneFree || cause.message === noAnswer)) return 'busy';
    return troubleOf(cause) ?? 'away';
  }
  const state = sqlState(error);
  if (state === undefined) return undefined;
  return troubles[state] ?? (/^08.{3}$/u.test(state) ? 'away' : undefined);
}

/** The error to pass on of one that `pg` threw for `client`: a connection that broke is told by type, and given to nobody again. */
export function brokenOr(error: unknown, client: pg.ClientBase): unknown {
  if (error instanceof pg.DatabaseError || !Error.isError(error)) return error;
  if (!(client instanceof ListenedClient)) return error;
  if (error.message === noAnswer) {
    client.giveUp(error);
    return new NoConnection('the database did not answer in time', { cause: error });
  }
  return client.isLost ? new BrokenConnection('the connection to the database broke', { cause: error }) : error;
}

/** PostgreSQL's code of an error, or nothing. */
export const sqlState = (error: unknown): string | undefined => {
  const { code } = (Error.isError(error) ? error : {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
};
