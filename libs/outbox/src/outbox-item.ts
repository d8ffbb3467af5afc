/** A row of `outbox`, as a handler sees it: which thing to look at again, never what to say about it. */
export interface OutboxItem {
  readonly topic: string;
  /** Names the thing within the topic: a workflow id, a notice's id. No personal data. */
  readonly key: string;
  /** The writing that is acted on, as PostgreSQL's bigint in decimal; a newer one comes again by itself. */
  readonly seq: string;
  readonly municipality: string;
  /** 1 at the first try. */
  readonly attempts: number;
}

/**
 * Acts on one item, at least once: it reads what it needs at this moment, and doing it twice must do no harm.
 * Has to settle within the relay's lease. A rejection leaves the row to its backoff; afterwards the item is tried again.
 */
export type OutboxHandler = (item: OutboxItem) => Promise<void>;

/**
 * Thrown by a handler whose item has to wait for something else than time. That is no failure: no alarm, no growing pause. Whoever brings
 * about what is waited for makes the row newer (`seq`) and due; the relay looks by itself once a minute, too.
 */
export class NotYet extends Error {
  constructor() {
    super('waits for something else');
    this.name = 'NotYet';
  }
}

/** Where the relay reports; a pino logger fits. Fields are topics, ids, codes and numbers. */
export interface OutboxLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
