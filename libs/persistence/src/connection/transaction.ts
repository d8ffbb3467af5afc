import { setTimeout as delay } from 'node:timers/promises';
import pg, { type PoolClient, type QueryResult } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { cursorsOf, type CursorSeal } from './cursor-seal.ts';
import { noteDatabaseTime } from './database-time.ts';
import { longPatience } from './listened-client.ts';
import { BrokenConnection, brokenOr, NoConnection, sqlState, UncertainCommit } from './trouble.ts';

/** For whom a transaction works. `actor` is an id or 'workflow', 'clock': for whoever looks into the database, never a name. */
export interface Scope {
  readonly municipality: string;
  readonly actor?: string;
  /** Reads everything as it stood at one moment, for as long as it takes, and writes nothing. */
  readonly snapshot?: boolean;
}

/** SQL that PostgreSQL prepares once a connection; `name` is its own and at most 63 characters long. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A statement with its values. */
export interface Written {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/** A transaction bound to one municipality by row-level security. Ends with the function it was given to. */
export class Transaction {
  readonly municipality: string;
  /** Places in lists, for this reader. */
  readonly cursors: CursorSeal;
  readonly #client: PoolClient;
  readonly #answerMs: number | undefined;
  readonly #last: (() => Written)[] = [];
  #done = false;

  constructor(client: PoolClient, { municipality, snapshot = false }: Scope, cursors: CursorSeal) {
    this.#client = client;
    this.municipality = municipality;
    this.cursors = cursors;
    this.#answerMs = snapshot ? longPatience.answerMs : undefined;
  }

  /**
   * @returns all rows; dates as the statement casts them. Rejects with PostgreSQL's error, `code` is the SQLSTATE, or with
   * {@link NoConnection} when the connection broke.
   */
  async rows<T>(statement: Statement, values: readonly unknown[]): Promise<T[]> {
    return asked<T>(this.#client, statement, values, this.#answerMs);
  }

  async first<T>(statement: Statement, values: readonly unknown[]): Promise<T | undefined> {
    const [row] = await this.rows<T>(statement, values);
    return row;
  }

  /** Has a statement sent with the commit, whatever else is asked before. `made` is called then, once. */
  beforeCommit(made: () => Written): void {
    this.#last.push(made);
  }

  /**
   * Runs the statements and commits in the same round trip.
   * @throws when one fails; then nothing was written. {@link UncertainCommit} when nobody can tell whether it was.
   */
  async lastly(statements: readonly Written[]): Promise<void> {
    const all = [...statements, ...this.#last.map((made) => made())];
    const written = all.map(async ({ statement, values }) => this.rows(statement, values));
    const answers = await Promise.allSettled([...written, this.#commit()]);
    // The first that failed: those behind it only say that the transaction had failed.
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed) throw wentWithCommit(failed.reason);
  }

  async commit(): Promise<void> {
    await this.lastly([]);
  }

  async #commit(): Promise<void> {
    this.#done = true;
    const { command } = await this.#client.query('commit').catch((error: unknown) => {
      throw brokenOr(error, this.#client);
    });
    // After a failed statement PostgreSQL answers a commit by rolling back, without an error.
    if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
  }

  /** Does nothing after a commit. */
  async rollback(): Promise<void> {
    if (this.#done) return;
    this.#done = true;
    await this.#client.query('rollback');
  }
}

/** Gives `work` a transaction for one municipality. What `work` does not commit is rolled back, also when it throws. */
export async function withTransaction<T>(
  dataSource: DataSource,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = await connected(runner);
    const tx = new Transaction(client, scope, cursorsOf(dataSource, scope));
    // Not awaited: the first statement of `work` travels in the same packet.
    const begun = client.query(beginning(scope)).then((answers: QueryResult | QueryResult[]) => {
      const told = [answers].flat().at(-1)?.rows[0] as { now_ms: number } | undefined;
      if (told) noteDatabaseTime(dataSource, told.now_ms);
    });
    begun.catch(() => undefined);
    try {
      const result = await work(tx);
      await begun.catch((error: unknown) => {
        throw brokenOr(error, client);
      });
      return result;
    } finally {
      await tx.rollback().catch(() => undefined); // a lost connection has rolled back by itself, and the first error is the one to tell
    }
  } finally {
    await runner.release();
  }
}

/** Like {@link withTransaction}, and commits when `work` returns. For reads and for writes outside the executor. */
export async function inMunicipality<T>(
  dataSource: DataSource,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return withTransaction(dataSource, scope, async (tx) => {
    const result = await work(tx);
    await tx.commit();
    return result;
  });
}

/**
 * Asks without a municipality: look-ups by token and, with the clock's connection, ids and dates of all. Asked again when the connection
 * breaks (a server that was restarted leaves a pool of dead ones): every statement here may be carried out twice.
 */
export async function withoutMunicipality<T>(
  dataSource: DataSource,
  statement: Statement,
  values: readonly unknown[],
): Promise<T[]> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await askedOnce<T>(dataSource, statement, values);
    } catch (error) {
      const isDead = error instanceof BrokenConnection || goingDown.has(sqlState(error));
      if (!isDead || tried >= mostTries) throw error;
      await delay(Math.min(5 * 2 ** tried, 100));
    }
  }
}

/** As many as the largest pool of ours may hold, so that one that lives is met. */
const mostTries = 10;

async function askedOnce<T>(dataSource: DataSource, statement: Statement, values: readonly unknown[]): Promise<T[]> {
  const runner = dataSource.createQueryRunner();
  try {
    return await asked<T>(await connected(runner), statement, values);
  } finally {
    await runner.release();
  }
}

async function asked<T>(
  client: PoolClient,
  { name, text }: Statement,
  values: readonly unknown[],
  answerMs?: number,
): Promise<T[]> {
  try {
    const { rows } = await client.query<T & pg.QueryResultRow>({
      name,
      text,
      values: [...values],
      ...(answerMs === undefined ? {} : { query_timeout: answerMs }),
    });
    return rows;
  } catch (error) {
    throw brokenOr(error, client);
  }
}

/** Said to what went out with the commit: a server that goes down may have committed before. */
const goingDown: ReadonlySet<string | undefined> = new Set(['57P01', '57P02']);

const wentWithCommit = (error: unknown): unknown =>
  error instanceof NoConnection || goingDown.has(sqlState(error))
    ? new UncertainCommit('the connection to the database broke while committing', { cause: error })
    : error;

const beginning = ({ municipality, actor = '', snapshot = false }: Scope): string => {
  const settings = {
    'app.municipality': municipality,
    'app.actor': actor,
    ...(snapshot && { statement_timeout: `${longPatience.statementMs}ms` }),
  };
  const set = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  );
  return `begin${snapshot ? ' isolation level repeatable read read only' : ''}; select ${set.join(', ')}, (extract(epoch from now()) * 1000)::float8 as now_ms`;
};

async function connected(runner: QueryRunner): Promise<PoolClient> {
  try {
    return (await runner.connect()) as PoolClient;
  } catch (cause) {
    throw new NoConnection('no connection to the database', { cause });
  }
}
