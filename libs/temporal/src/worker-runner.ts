import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { RecordActivities } from '#libs/contracts';
import { installRuntime } from './runtime.ts';
import { TemporalClient } from './temporal-client.ts';
import { kindOfError, type TemporalLog, type TemporalSettings } from './temporal-settings.ts';
import { recordWorkerOptions } from './worker-options.ts';

export const WORKER_SETTINGS = Symbol('WorkerSettings');

export interface WorkerSettings {
  readonly temporal: TemporalSettings;
  readonly workflowBundle: WorkflowBundleOption;
  readonly activities: RecordActivities;
  readonly log: TemporalLog;
  /** Called once a running worker has died; without it the worker is started anew after a pause. */
  readonly onDeath?: (error: unknown) => void;
  /** First pause before connecting again; doubles up to `longestPauseMs`. Defaults 1 s and 30 s. */
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
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
  #worker: Worker | undefined;
  #ended: Promise<void> = Promise.resolve();

  constructor(@Inject(WORKER_SETTINGS) settings: WorkerSettings) {
    this.#settings = settings;
  }

  onApplicationBootstrap(): void {
    this.#ended = this.#live();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    this.#stop();
    await this.#ended;
  }

  /** Is a worker polling at this moment? */
  get works(): boolean {
    return this.#worker?.getState() === 'RUNNING';
  }

  async #live(): Promise<void> {
    const { log, onDeath, firstPauseMs = 1_000, longestPauseMs = 30_000 } = this.#settings;
    let pauseMs = firstPauseMs;
    while (!this.#isClosing()) {
      try {
        const ran = await this.#runOnce();
        if (ran) return;
      } catch (error) {
        const died = this.#worker !== undefined;
        this.#worker = undefined;
        if (died) log.error({ alarm: 'worker-died', error: kindOfError(error) }, 'temporal: the worker died');
        else log.warn({ error: kindOfError(error) }, 'temporal: not there yet, trying again');
        if (died && onDeath) {
          onDeath(error);
          return;
        }
        if (died) pauseMs = firstPauseMs;
      }
      await pause(pauseMs, undefined, { signal: this.#closing.signal }).catch(() => undefined); // closing ends the pause
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  /** @returns true when the worker ended because it was asked to, false when the app closes before there was one */
  async #runOnce(): Promise<boolean> {
    const { temporal, workflowBundle, activities } = this.#settings;
    // The SDK's own connecting can neither be given a deadline nor be given up: it is begun only where somebody answers.
    if (!(await this.#unlessClosing(this.#answers()))) return false;
    installRuntime(this.#settings.log);
    const connection = await NativeConnection.connect({ address: temporal.address });
    try {
      const worker = await Worker.create({
        ...recordWorkerOptions,
        namespace: temporal.namespace,
        connection,
        workflowBundle,
        activities: { ...activities },
      });
      this.#worker = worker;
      const running = worker.run();
      // asked while it was being made
      if (this.#isClosing()) this.#stop();
      await running;
      return true;
    } finally {
      await connection.close();
    }
  }

  /** @throws when Temporal does not answer within seconds */
  async #answers(): Promise<true> {
    const probe = new TemporalClient(this.#settings.temporal, this.#settings.log);
    try {
      if (await probe.answers()) return true;
      throw new Error('no answer');
    } finally {
      await probe.close();
    }
  }

  /** What `asking` brings, or nothing when the app closes first. */
  async #unlessClosing<T>(asking: Promise<T>): Promise<T | undefined> {
    const closing = new Promise<undefined>((resolve) => {
      this.#closing.signal.addEventListener(
        'abort',
        () => {
          resolve(undefined);
        },
        { once: true },
      );
    });
    const brought = await Promise.race([asking, closing]);
    return this.#isClosing() ? undefined : brought;
  }

  #isClosing(): boolean {
    return this.#closing.signal.aborted;
  }

  #stop(): void {
    if (this.#worker?.getState() === 'RUNNING') this.#worker.shutdown();
  }
}
