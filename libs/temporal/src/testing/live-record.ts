import type { Alarm, RecordActivities, RecordRef, SentStanding, Standing } from '#libs/contracts';
import { ScriptedRecord, type Change, type Effect } from './scripted-record.ts';
import type { Course, Scenario } from './scenario.ts';
import type { TimeSkipping } from './time-skipping.ts';

/** A scripted record that a workflow follows on the time-skipping server, with a database that can be away. */
export class LiveRecord<S extends Standing> {
  readonly server: TimeSkipping;
  readonly ref: RecordRef;
  readonly record: ScriptedRecord<S>;
  readonly activities: RecordActivities;
  /** Until then (server's clock, epoch ms) the database does not answer. */
  awayUntilMs = 0;
  /** Set to have the database's clock stand still there. */
  databaseNowMs: number | undefined;
  attempts = 0;
  looks = 0;
  epoch = 0;
  readonly raised: Alarm[] = [];

  constructor(server: TimeSkipping, ref: RecordRef, standing: S, effects: Readonly<Record<string, Effect<S>>>) {
    this.server = server;
    this.ref = ref;
    this.record = new ScriptedRecord(standing, effects);
    this.activities = {
      command: async (_ref, command, commandId) => {
        await this.#database();
        const answer = this.record.command(command, commandId);
        return { ...answer, standing: this.#sent(answer.standing) };
      },
      enforce: async () => this.#sent(this.record.enforce(await this.#database())),
      look: async () => {
        await this.#database();
        this.looks += 1;
        return this.#sent(this.record.standing);
      },
      raise: async (_ref, alarm) => {
        await this.#database();
        this.raised.push(alarm);
      },
    };
  }

  /** Runs a worker while `work` goes on; afterwards no workflow of this record is left to wake in another test. */
  async run(work: () => Promise<void>): Promise<void> {
    await this.server.withWorker(this.activities, async () => {
      try {
        await work();
      } finally {
        await this.server.end(this.ref);
      }
    });
  }

  /** Something is decided, and the workflow is told. */
  async move(change: Change<S>): Promise<void> {
    this.record.move(change);
    await this.nudge();
  }

  /** @param standing `isDue` as the database's clock says it when the nudge is sent */
  async nudge(standing: Standing & Pick<SentStanding, 'isDue'> = this.record.standing): Promise<void> {
    await this.server.nudge(this.ref, { ...standing, epoch: this.epoch });
    await this.server.settled(this.ref);
  }

  #sent(standing: S): SentStanding<S> {
    return { ...standing, epoch: this.epoch };
  }

  async #database(): Promise<number> {
    this.attempts += 1;
    const nowMs = await this.server.nowMs();
    if (nowMs < this.awayUntilMs) throw new Error('the database does not answer');
    return this.databaseNowMs ?? nowMs;
  }
}

/** Plays a scenario on Temporal; shows what the play in memory shows, where the procedure ends with the workflow. */
export async function playOnTemporal<S extends Standing>(
  live: LiveRecord<S>,
  { steps }: Scenario<S>,
  isOver: () => Promise<boolean>,
): Promise<Course> {
  const gave: string[][] = [];
  const look = (): void => {
    gave.push(live.record.given.slice(gave.flat().length).map(({ type }) => type));
  };
  await live.nudge();
  look();
  for (const { move } of steps) {
    await live.move(move);
    look();
  }
  return { gave, ended: await isOver() };
}
