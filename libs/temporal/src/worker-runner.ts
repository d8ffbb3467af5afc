import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { makeWorker, type MadeWorker, type WorkerParts } from './made-worker.ts';
import { kindOfError } from './temporal-settings.ts';

/** At a start of everything together Temporal comes last: that is nothing to be told of. */
const loudFromTry = 6;

export const WORKER_SETTINGS = Symbol('WorkerSettings');

export interface WorkerSettings extends WorkerParts {
  /** Called once a running worker has died; without it the worker is started anew after a pause. */
  readonly onDeath?: (error: unknown) => void;
  /** First pause before the next try; doubles up to `longestPauseMs`. Defaults 1 s and 30 s. */
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
  /** How a worker is made; by the SDK, except in tests. */
  readonly make?: (parts: WorkerParts) => Promise<MadeWorker>;
}

/**
 * Runs the one worker of this process. Temporal need not be there: it is waited for in the background, whatever the app does meanwhile.
 * At the end the order is: shutdown asked, activities drained, connection closed; the database is closed after that
 * (Nest calls every `beforeApplicationShutdown` before any `onApplicationShutdown`).
 */
@Injectable()
export class WorkerRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #settings: WorkerSettings;
  readonly #closing = new AbortController();
  #worker: MadeWorker | undefined;
  #tries = 0;
  #ended: Promise<void> = Promise.resolve();

  constructor(@Inject(WORKER_SETTINGS) settings: WorkerSettings) {
    this.#settings = settings;
  }

  onApplicationBootstrap(): void {
    this.#ended = this.#live();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    this.#worker?.stop();
    await this.#ended;
  }

  /** Is a worker polling at this moment? */
  get works(): boolean {
    return this.#worker?.isRunning() === true;
  }

  async #live(): Promise<void> {
    const { firstPauseMs = 1_000, longestPauseMs = 30_000, onDeath } = this.#settings;
    let pauseMs = firstPauseMs;
    while (!this.#isClosing()) {
      const worker = await this.#made();
      if (worker) {
        const death = await this.#run(worker);
        if (death && onDeath && !this.#isClosing()) {
          onDeath(death.error);
          return;
        }
        pauseMs = firstPauseMs;
      }
      await pause(pauseMs, undefined, { signal: this.#closing.signal }).catch(() => undefined); // closing ends the pause
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  /** A worker, or nothing when there could be none or the app closed first; one that comes too late is closed as well. */
  async #made(): Promise<MadeWorker | undefined> {
    const { make = makeWorker, log } = this.#settings;
    const closing = new Promise<undefined>((resolve) => {
      this.#closing.signal.addEventListener(
        'abort',
        () => {
          resolve(undefined);
        },
        { once: true },
      );
    });
    const making = make(this.#settings).catch((error: unknown) => {
      this.#tries += 1;
      const tell = this.#tries < loudFromTry ? log.info.bind(log) : log.warn.bind(log);
      tell({ error: kindOfError(error), tries: this.#tries }, 'temporal: not there yet, trying again');
      return undefined;
    });
    const worker = await Promise.race([making, closing]);
    if (worker && !this.#isClosing()) return worker;
    if (this.#isClosing()) making.then(async (late) => late?.close()).catch(() => undefined); // nobody waits for it any more
    return undefined;
  }

  /** Runs until it was stopped; gives the reason when it died. */
  async #run(worker: MadeWorker): Promise<{ readonly error: unknown } | undefined> {
    this.#worker = worker;
    this.#tries = 0;
    try {
      await worker.run();
      return undefined;
    } catch (error) {
      this.#settings.log.error({ alarm: 'worker-died', error: kindOfError(error) }, 'temporal: the worker died');
      return { error };
    } finally {
      this.#worker = undefined;
      await worker.close();
    }
  }

  #isClosing(): boolean {
    return this.#closing.signal.aborted;
  }
}
