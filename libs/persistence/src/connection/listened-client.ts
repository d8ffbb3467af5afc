import pg from 'pg';

/**
 * A connection with a listener for errors of its own, for all of its life. Pools take theirs away while a connection is in hand, and
 * whoever takes it adds one a moment later: a server that ends the connection in between would end our process.
 */
export class ListenedClient extends pg.Client {
  /** The connection broke or was ended: what was asked and not answered may have been done or not. */
  isLost = false;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const lost = (): void => {
      this.isLost = true;
    };
    this.on('error', lost);
    this.on('end', lost);
  }

  /** It did not answer in time: nobody is to be given this connection again. */
  giveUp(reason: Error): void {
    this.emit('error', reason);
  }
}

/** How long a connection waits for anything, ms. Nothing waits for ever. */
export interface Patience {
  /** For a connection: until one of ours is free, or the server has answered. */
  readonly connectMs: number;
  /** For a lock of somebody else's. */
  readonly lockMs: number;
  /** For the server to be done with one statement. */
  readonly statementMs: number;
  /** For the answer to one statement, whatever has become of server and line; longer than `statementMs`, so that the server says so first. */
  readonly answerMs: number;
  /** The server ends a connection whose transaction waits this long for us. */
  readonly idleTransactionMs: number;
  /**
   * Reads by index, also a table that was next to empty, or unknown to PostgreSQL, when the plan was made: a plan that is kept would go
   * through the whole table, grown since, until somebody analyses it.
   */
  readonly byIndex: boolean;
}

/** Of whoever serves people: below the 4 s that an activity has for a command (design.md 2). */
export const servingPatience: Patience = {
  connectMs: 10_000,
  lockMs: 1_500,
  statementMs: 3_000,
  answerMs: 5_000,
  idleTransactionMs: 30_000,
  byIndex: true,
};

/** Of whoever goes through many rows (audit, rebuild, sweeps): nobody waits for it. */
export const longPatience: Patience = {
  connectMs: 10_000,
  lockMs: 10_000,
  statementMs: 600_000,
  answerMs: 620_000,
  idleTransactionMs: 600_000,
  byIndex: false,
};

/** Settings of `pg` for a connection that is never without a listener and, with patience, never waits for ever. */
export const listenedSettings = (
  patience: Patience | undefined,
): pg.PoolConfig & { readonly Client: typeof ListenedClient } => ({
  Client: ListenedClient,
  keepAlive: true,
  ...(patience && {
    connectionTimeoutMillis: patience.connectMs,
    lock_timeout: patience.lockMs,
    statement_timeout: patience.statementMs,
    query_timeout: patience.answerMs,
    idle_in_transaction_session_timeout: patience.idleTransactionMs,
  }),
  ...(patience?.byIndex === true && { options: '-c enable_seqscan=off -c jit=off' }),
});
