import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { recordOfWorkflowId } from '#libs/contracts';
import { OutboxRelay, type OutboxItem } from '#libs/outbox';
import { roleUrl, standingForNudge } from '#libs/persistence';
import { sendNudge, type TemporalClient, type TemporalLog } from '#libs/temporal';
import type { Databases } from './databases.ts';
import type { NudgeTally } from './nudge-tally.ts';
import type { WorkerConfig } from './worker-config.ts';

/** Topic of the outbox rows that stand for nudges; their key is the workflow's id. */
const nudgeTopic = 'nudge';

interface CarrierParts {
  readonly config: Pick<WorkerConfig, 'databaseUrl' | 'rolePasswords'>;
  readonly databases: Databases;
  readonly temporal: TemporalClient;
  readonly log: TemporalLog;
  readonly tally: NudgeTally;
}

// While Temporal is away everything waits; when it is back, nothing should wait much longer.
const longestPauseMs = 30_000;
// A call to Temporal ends within seconds.
const leaseMs = 30_000;
const nudgesAtOnce = 8;

/** Carries nudges from the outbox to Temporal, with the standing of the moment they are sent. */
export class NudgeCarrier implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #parts: CarrierParts;
  #relay: OutboxRelay | undefined;

  constructor(parts: CarrierParts) {
    this.#parts = parts;
  }

  onApplicationBootstrap(): void {
    const { config, log } = this.#parts;
    this.#relay = OutboxRelay.start({
      databaseUrl: roleUrl(config.databaseUrl, 'clock', config.rolePasswords.clock),
      handlers: { [nudgeTopic]: async (item) => this.#carry(item) },
      log,
      concurrency: nudgesAtOnce,
      leaseMs,
      longestPauseMs,
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#relay?.close();
    await this.#parts.temporal.close();
  }

  async #carry({ key }: OutboxItem): Promise<void> {
    const { databases, temporal, log, tally } = this.#parts;
    const ref = recordOfWorkflowId(key);
    const standing = ref && (await standingForNudge(databases.clock, ref));
    if (!ref || !standing) {
      // disposed of meanwhile: there is nobody to tell
      log.warn({ key }, 'nudge: no such record, dropped');
      return;
    }
    await sendNudge(temporal, ref, standing);
    tally.sent();
  }
}
