import pg from 'pg';
import { listenedSettings, servingPatience } from '#libs/persistence';
import { claimSql, nextDueSql, parkSql, retrySql, settleSql } from './outbox-statements.ts';
import { NotYet, type OutboxHandler, type OutboxItem, type OutboxLog } from './outbox-item.ts';
import { codeOf, openWakeLine, type WakeLine } from './wake-line.ts';

const shortestRestMs = 25;
/** Who waits for something else is looked at again after this time, should the word of it have been lost. */
const parkedMs = 60_000;

export interface RelaySettings {
  /** A role that may select, update and delete every municipality's outbox rows (the clock role). */
  readonly databaseUrl: string;
  /** What to do, by topic; other topics are left to other relays. */
  readonly handlers: Readonly<Record<string, OutboxHandler>>;
  readonly log: OutboxLog;
  /** Items acted on at once in this process. Default 4. */
  readonly concurrency?: number;
  /** Longest time a handler may take; after it another relay takes the row. Default 120 s. */
  readonly leaseMs?: number;
  /** The database is asked at least this often, should a wake-up be lost. Default 10 s. */
  readonly pollMs?: number;
  /** First pause after a failure; doubles up to `longestPauseMs`. Defaults 2 s and 10 min. */
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
  /** From this attempt on each failure is an alarm (log level error). Default 5. */
  readonly alarmAfterAttempts?: number;
}

/**
 * Carries what commits have left in the outbox out of the database: claim, commit, act, settle. At least once, in no promised order,
 * as many relays side by side as wanted. Needs the database neither to start nor to stay: it waits and goes on.
 */
export class OutboxRelay {
  readonly #settings: Required<RelaySettings>;
  readonly #topics: readonly string[];
  readonly #pool: pg.Pool;
  readonly #wakeLine: WakeLine;
  readonly #running: Promise<void>;
  readonly #inFlight = new Set<Promise<void>>();
  /** Done, and not yet taken out of the outbox: what was done in one round goes in one statement. */
  #done: OutboxItem[] = [];
  #closing = false;
  #closed: Promise<void> | undefined;
  #awake = true;
  #rouse: () => void = () => undefined;

  private constructor(settings: RelaySettings) {
    this.#settings = {
      concurrency: 4,
      leaseMs: 120_000,
      pollMs: 10_000,
      firstPauseMs: 2_000,
      longestPauseMs: 600_000,
      alarmAfterAttempts: 5,
      ...settings,
    };
    this.#topics = Object.keys(settings.handlers);
    this.#pool = new pg.Pool({
      connectionString: settings.databaseUrl,
      max: 2,
      application_name: 'tsunagi-outbox',
      ...listenedSettings(servingPatience),
    });
    // An idle connection that dies is replaced at the next query; without a listener it would end the process.
    this.#pool.on('error', (error) => {
      settings.log.warn({ code: codeOf(error) }, 'outbox: connection lost');
    });
    this.#wakeLine = openWakeLine(
      settings.databaseUrl,
      () => {
        this.#wake();
      },
      settings.log,
    );
    this.#running = this.#run();
  }

  static start(settings: RelaySettings): OutboxRelay {
    return new OutboxRelay(settings);
  }

  /** Claims nothing more, waits for what is being acted on, gives the connections back. May be asked twice. */
  async close(): Promise<void> {
    this.#closed ??= this.#shut();
    return this.#closed;
  }

  async #shut(): Promise<void> {
    this.#closing = true;
    this.#wake();
    await this.#wakeLine.close();
    await this.#running;
    await Promise.all(this.#inFlight);
    await this.#settle();
    await this.#pool.end();
  }

  #wake(): void {
    this.#awake = true;
    this.#rouse();
  }

  async #run(): Promise<void> {
    while (!this.#closing) {
      this.#awake = false;
      const restMs = await this.#drain();
      await this.#rest(restMs);
    }
  }

  /** Starts all that is due and fits; answers how long there is nothing to do unless woken. */
  async #drain(): Promise<number> {
    const { concurrency, leaseMs, pollMs } = this.#settings;
    await this.#settle();
    try {
      const free = concurrency - this.#inFlight.size;
      // A slot that becomes free wakes the loop.
      if (free === 0) return pollMs;
      const claimed = await this.#pool.query<OutboxItem>(claimSql, [this.#topics, free, leaseMs]);
      for (const item of claimed.rows) this.#begin(item);
      if (claimed.rows.length === free) return pollMs;
      const next = await this.#pool.query<{ ms: number }>(nextDueSql, [this.#topics]);
      // A due row that was skipped is just being written by somebody: look again soon, without spinning.
      return Math.min(pollMs, Math.max(shortestRestMs, next.rows[0]?.ms ?? pollMs));
    } catch (error) {
      this.#settings.log.warn({ code: codeOf(error) }, 'outbox: database not answering, trying again');
      return pollMs;
    }
  }

  async #rest(ms: number): Promise<void> {
    if (this.#awake || this.#closing) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#rouse = () => undefined;
  }

  #begin(item: OutboxItem): void {
    const acting = this.#act(item).finally(() => {
      this.#inFlight.delete(acting);
      this.#wake();
    });
    this.#inFlight.add(acting);
  }

  /** Never rejects: whatever goes wrong here leaves the row to its lease. */
  async #act(item: OutboxItem): Promise<void> {
    const { handlers, log, firstPauseMs, longestPauseMs, alarmAfterAttempts } = this.#settings;
    const named = [item.topic, item.key, item.seq];
    try {
      await handlers[item.topic]?.(item);
    } catch (error) {
      if (error instanceof NotYet) {
        await this.#pool.query(parkSql, [...named, item.attempts, parkedMs]).catch(leaveToLease(log));
        return;
      }
      const told = { topic: item.topic, key: item.key, attempts: item.attempts, code: codeOf(error) };
      if (item.attempts >= alarmAfterAttempts) log.error(told, 'outbox: still not through, trying again');
      else log.warn(told, 'outbox: not through, trying again');
      await this.#pool
        .query(retrySql, [...named, item.attempts, firstPauseMs, longestPauseMs])
        .catch(leaveToLease(log));
      return;
    }
    this.#done.push(item);
  }

  /** Takes out what is done. Never rejects: what could not be taken out is left to its lease, and comes again. */
  async #settle(): Promise<void> {
    const done = this.#done;
    if (done.length === 0) return;
    this.#done = [];
    const named = [done.map(({ topic }) => topic), done.map(({ key }) => key), done.map(({ seq }) => seq)];
    await this.#pool.query(settleSql, named).catch(leaveToLease(this.#settings.log));
  }
}

const leaveToLease =
  (log: OutboxLog) =>
  (error: unknown): void => {
    log.warn({ code: codeOf(error) }, 'outbox: outcome not recorded, the item comes again');
  };
