import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { overdueRecords, writeHeartbeat } from '#libs/persistence';
import { kindOfError, type TemporalClient, type TemporalLog, type WorkerRunner } from '#libs/temporal';
import { atIntervals, type Repeated } from './at-intervals.ts';
import type { Databases } from './databases.ts';
import type { WorkerExtras } from './worker-config.ts';

interface RoundsParts {
  readonly databases: Databases;
  readonly temporal: TemporalClient;
  readonly runner: Pick<WorkerRunner, 'works'>;
  readonly log: TemporalLog;
  readonly extras: Pick<WorkerExtras, 'sweepEveryMs' | 'pulseEveryMs'>;
}

const lateMinutes = 10;

/**
 * What the worker looks after by itself: each minute the records whose date lies more than ten minutes back are nudged again (in a
 * healthy house there are none), and every ten seconds it says that it works, as long as Temporal answers.
 */
export class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #parts: RoundsParts;
  #rounds: readonly Repeated[] = [];

  constructor(parts: RoundsParts) {
    this.#parts = parts;
  }

  onApplicationBootstrap(): void {
    const { sweepEveryMs = 60_000, pulseEveryMs = 10_000 } = this.#parts.extras;
    this.#rounds = [
      atIntervals(sweepEveryMs, async () => this.#sweep(), this.#missed('sweep')),
      atIntervals(pulseEveryMs, async () => this.#pulse(), this.#missed('pulse')),
    ];
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#rounds.map(async (round) => round.close()));
  }

  async #sweep(): Promise<void> {
    const { databases, log } = this.#parts;
    const late = await overdueRecords(databases.clock, lateMinutes);
    if (late.length > 0)
      log.warn({ records: late.length, minutes: lateMinutes }, 'sweep: dates passed without being acted on');
  }

  async #pulse(): Promise<void> {
    const { databases, temporal, runner } = this.#parts;
    if (runner.works && (await temporal.answers())) await writeHeartbeat(databases.clock, 'worker');
  }

  #missed(what: string): (error: unknown) => void {
    return (error) => {
      this.#parts.log.warn({ what, error: kindOfError(error) }, 'worker: a round was missed');
    };
  }
}
