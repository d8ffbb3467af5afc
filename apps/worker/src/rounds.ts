import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import {
  overdueRecords,
  pruneCommands,
  pruneDrafts,
  searchAttributesAre,
  startSigns,
  workflowsCounted,
  type SignOfLife,
  type SignsOfLife,
} from '#libs/persistence';
import {
  countWorkflows,
  kindOfError,
  knowsSearchAttributes,
  restartOlderProcedures,
  type TemporalClient,
  type TemporalLog,
  type WorkerRunner,
} from '#libs/temporal';
import { atIntervals, type Repeated } from './at-intervals.ts';
import type { Databases } from './databases.ts';
import type { NudgeTally } from './nudge-tally.ts';
import type { WorkerConfig, WorkerExtras } from './worker-config.ts';

interface RoundsParts {
  readonly config: Pick<WorkerConfig, 'commandLogDays' | 'build'>;
  readonly databases: Databases;
  readonly temporal: TemporalClient;
  readonly runner: Pick<WorkerRunner, 'works'>;
  readonly log: TemporalLog;
  readonly tally: NudgeTally;
  readonly extras: Pick<WorkerExtras, 'sweepEveryMs' | 'pulseEveryMs' | 'countEveryMs'>;
}

const lateMinutes = 10;
const pruneEveryMs = 6 * 60 * 60_000;

/**
 * What the worker looks after by itself: each minute the records whose date lies more than ten minutes back are nudged again (in a
 * healthy house there are none), running workflows are counted and Temporal is asked whether it knows what they are found by; every ten seconds it says that it works, as long as Temporal answers;
 * some times a day it forgets commands of long ago and drafts that nobody took up again. Workflows that an older build started and this one cannot replay begin again, once.
 */
export class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #parts: RoundsParts;
  #rounds: readonly Repeated[] = [];
  #signs: SignsOfLife | undefined;

  constructor(parts: RoundsParts) {
    this.#parts = parts;
  }

  onApplicationBootstrap(): void {
    const { sweepEveryMs = 60_000, pulseEveryMs = 10_000, countEveryMs = 60_000 } = this.#parts.extras;
    this.#signs = startSigns(this.#parts.databases.clock, {
      name: 'worker',
      everyMs: pulseEveryMs,
      look: async () => this.#sign(),
      onMissed: this.#missed('pulse'),
    });
    this.#rounds = [
      atIntervals(sweepEveryMs, async () => this.#sweep(), this.#missed('sweep')),
      atIntervals(countEveryMs, async () => this.#restartOlder(), this.#missed('restart')),
      atIntervals(countEveryMs, async () => this.#count(), this.#missed('count')),
      atIntervals(pruneEveryMs, async () => this.#prune(), this.#missed('prune')),
    ];
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#rounds.map(async (round) => round.close()));
    await this.#signs?.close();
  }

  async #sweep(): Promise<void> {
    const { databases, log } = this.#parts;
    const late = await overdueRecords(databases.rounds, lateMinutes);
    if (late.length > 0)
      log.warn({ records: late.length, minutes: lateMinutes }, 'sweep: dates passed without being acted on');
  }

  /** A worker that does not poll, or has nobody to poll, is not at work. */
  async #sign(): Promise<SignOfLife | undefined> {
    const { config, temporal, runner, tally } = this.#parts;
    if (!runner.works || !(await temporal.answers())) return undefined;
    const idle = config.build !== undefined && !(await temporal.givesWorkTo(config.build));
    return { ...tally.take(), ...(idle && { trouble: 'build-not-current' }) };
  }

  async #restartOlder(): Promise<void> {
    const { databases, temporal, runner, log } = this.#parts;
    if (!runner.works) return;
    const started = await restartOlderProcedures({ clock: databases.rounds, temporal });
    if (started !== undefined) log.warn({ records: started }, 'restart: the procedures changed, workflows began again');
  }

  async #count(): Promise<void> {
    const { databases, temporal, runner } = this.#parts;
    if (!runner.works) return;
    await workflowsCounted(databases.rounds, await countWorkflows(temporal));
    await searchAttributesAre(databases.rounds, await temporal.calling(knowsSearchAttributes));
  }

  async #prune(): Promise<void> {
    const { config, databases, log } = this.#parts;
    const pruned = await pruneCommands(databases.rounds, config.commandLogDays ?? 90);
    if (pruned > 0) log.info({ commands: pruned }, 'prune: commands of long ago were forgotten');
    const drafts = await pruneDrafts(databases.rounds);
    if (drafts > 0) log.info({ drafts }, 'prune: drafts that nobody took up again were deleted');
  }

  #missed(what: string): (error: unknown) => void {
    return (error) => {
      this.#parts.log.warn({ what, error: kindOfError(error) }, 'worker: a round was missed');
    };
  }
}
