import type { RecordRef, Standing } from '#libs/contracts';
import { SimulatedWorld } from '#libs/simulator';
import type { TimeSkipping } from '../../libs/temporal/src/testing/time-skipping.ts';
import { needsNudge } from '../../libs/persistence/src/testing/index.ts';
import type { JourneyStage } from './journey-stage.ts';
import type { WorldSettings } from '#libs/simulator';

/**
 * The journey's stage on the real workflows: records in memory, decided by the real domain, nudged by the executor's own rule; time is the
 * time-skipping server's. The database of production has its own tests.
 */
export class TemporalStage {
  readonly world: SimulatedWorld;
  readonly stage: JourneyStage;
  readonly #server: TimeSkipping;

  constructor(server: TimeSkipping, settings: Omit<WorldSettings, 'followed'>, firstDay: string) {
    this.#server = server;
    this.world = new SimulatedWorld({ ...settings, followed: false });
    this.stage = {
      rules: settings.rules,
      calendar: settings.calendar,
      firstDay,
      passTo: async (atMs) => this.#passTo(atMs),
      order: async (ref, command, actor) => {
        const before = this.#standings();
        this.world.clockShows(await server.nowMs());
        const verdict = await this.world.order(ref, command, actor);
        if (verdict.kind === 'changes') {
          for (const change of verdict.changes) {
            const after = this.world.standingOf(change.ref);
            if (needsNudge(change.ref, before.get(change.ref.id), after, { ref, command, actor }))
              await server.nudge(change.ref, after);
          }
          await this.settle();
        }
        return verdict;
      },
      stateOf: (ref) => this.world.stateOf(ref),
    };
  }

  /** Runs a worker that follows every record while `work` goes on. */
  async run(work: () => Promise<void>): Promise<void> {
    await this.#server.withWorker(
      {
        command: async (ref, command) => {
          this.world.clockShows(await this.#server.nowMs());
          return this.world.give(ref, command);
        },
        enforce: async (ref) => {
          this.world.clockShows(await this.#server.nowMs());
          return this.world.enforce(ref);
        },
      },
      work,
    );
  }

  /** Resolves when the workflows have worked off all they were told, also what one of them caused in another record. */
  async settle(): Promise<void> {
    let before: number;
    do {
      before = this.world.log.length;
      for (const ref of this.world.openRecords()) await this.#server.settled(ref);
    } while (this.world.log.length !== before);
  }

  async #passTo(atMs: number): Promise<void> {
    const nowMs = await this.#server.nowMs();
    if (atMs > nowMs) await this.#server.pass(atMs - nowMs);
    await this.settle();
    this.world.clockShows(await this.#server.nowMs());
  }

  #standings(): ReadonlyMap<string, Standing> {
    return new Map(this.world.openRecords().map((ref: RecordRef) => [ref.id, this.world.standingOf(ref)]));
  }
}
