import { setImmediate as turn } from 'node:timers/promises';
import type { Standing, SystemCommand } from '#libs/contracts';
import { FollowerInMemory, type Follower } from '#workflows/follow';
import { ScriptedRecord, type Change, type Effect } from './scripted-record.ts';

/** Something that happens to a record step by step, and the commands its workflow gives after each step and no others. */
export interface Scenario<S extends Standing> {
  readonly title: string;
  readonly start: S;
  readonly steps: readonly { readonly move: Change<S>; readonly gives?: readonly string[] }[];
}

/** What a run of a scenario showed: the commands after the start and after each step, and whether the procedure had ended. */
export interface Course {
  readonly gave: readonly (readonly string[])[];
  readonly ended: boolean;
}

/** What {@link play} must show if the procedure does what the scenario says. */
export const expectedCourse = <S extends Standing>(
  { start, steps }: Scenario<S>,
  closes: (last: readonly string[]) => boolean,
): Course => ({
  gave: [[], ...steps.map(({ gives }) => gives ?? [])],
  ended: start.closed || steps.some(({ move, gives }) => move.closed === true || closes(gives ?? [])),
});

const manyLooks = 2_000;

/** Plays a scenario on the follower in memory. @throws when the procedure spins: looks without end while nothing happens */
export async function play<S extends Standing>(
  scenario: Scenario<S>,
  effects: Readonly<Record<string, Effect<S>>>,
  procedure: (record: Follower<S>) => Promise<void>,
): Promise<Course> {
  const record = new ScriptedRecord(scenario.start, effects);
  const follower = new WatchedFollower(record);
  const run = { ended: false, failure: undefined as Error | undefined };
  void procedure(follower).then(
    () => {
      run.ended = true;
    },
    (error: unknown) => {
      run.failure = error instanceof Error ? error : new Error(String(error));
    },
  );
  const gave: string[][] = [];
  const look = async (): Promise<void> => {
    await turn();
    if (run.failure !== undefined) throw run.failure;
    gave.push(record.given.slice(gave.flat().length).map(({ type }) => type));
    follower.looks = 0;
  };
  await look();
  for (const { move } of scenario.steps) {
    follower.show(record.move(move));
    await look();
  }
  return { gave, ended: run.ended };
}

/** Counts how often the standing is looked at, so that a procedure that would spin fails instead of hanging. */
class WatchedFollower<S extends Standing> implements Follower<S> {
  readonly #follower: FollowerInMemory<S>;
  looks = 0;

  constructor(record: ScriptedRecord<S>) {
    this.#follower = new FollowerInMemory(record.standing, (command, decided) =>
      record.command(command, `${command.type}/${decided.seq}`),
    );
  }

  get now(): S {
    this.#look();
    return this.#follower.now;
  }

  show(standing: S): void {
    this.#follower.show(standing);
  }

  async until(reached: (standing: S) => boolean): Promise<void> {
    this.#look();
    await this.#follower.until(reached);
  }

  async command(command: SystemCommand): Promise<void> {
    this.#look();
    await this.#follower.command(command);
  }

  #look(): void {
    this.looks += 1;
    if (this.looks > manyLooks) throw new Error('the procedure spins');
  }
}
