import {
  newest,
  type SentStanding,
  type Standing,
  type SystemCommand,
  type SystemCommandAnswer,
} from '#libs/contracts';
import type { Follower } from './follower.ts';
import { movedSince, saysAlreadySo } from './milestones.ts';

interface Waiting {
  readonly reached: () => boolean;
  readonly goOn: () => void;
}

/** Makes a standing whole, as it is done where one enters a workflow. */
type Complete<S extends Standing> = (standing: S) => SentStanding<S>;

/**
 * The Follower without Temporal, for the simulator and for tests: the same merging, the same waiting after a command.
 * `give` decides a command; `show` tells of a standing, as a nudge does. The clock is the owner's: nothing here keeps dates,
 * and what was refused is given again when the owner says that time has passed.
 */
export class FollowerInMemory<S extends Standing> implements Follower<S> {
  readonly #give: (command: SystemCommand, decided: S) => SystemCommandAnswer | Promise<SystemCommandAnswer>;
  readonly #complete: Complete<S>;
  #standing: SentStanding<S>;
  #waiting: readonly Waiting[] = [];
  #passed = 0;

  constructor(
    standing: S,
    give: (command: SystemCommand, decided: S) => SystemCommandAnswer | Promise<SystemCommandAnswer>,
    complete: Complete<S> = (whole) => ({ epoch: 0, ...whole }),
  ) {
    this.#give = give;
    this.#complete = complete;
    this.#standing = complete(standing);
  }

  get now(): S {
    return this.#standing;
  }

  /** Merges a standing and lets go on whoever waited for it. */
  show(standing: S): void {
    this.#standing = newest(this.#standing, this.#complete(standing));
    this.#letGoOn();
  }

  /** Time has passed: commands that were refused are given again where they are still wanted. */
  passTime(): void {
    this.#passed += 1;
    this.#letGoOn();
  }

  async until(reached: (standing: S) => boolean): Promise<void> {
    await this.#whenever(() => reached(this.#standing));
  }

  async command(command: SystemCommand): Promise<void> {
    const decided = this.#standing;
    const moved = movedSince(decided);
    const { standing, refused } = await this.#give(command, decided);
    // a record answers with the standing of its own kind
    this.show(standing as S);
    const isRefused = refused !== undefined && !saysAlreadySo(refused);
    const passed = this.#passed;
    await this.#whenever(() => moved(this.#standing) || (isRefused && this.#passed > passed));
  }

  async #whenever(reached: () => boolean): Promise<void> {
    if (reached()) return;
    await new Promise<void>((goOn) => {
      this.#waiting = [...this.#waiting, { reached, goOn }];
    });
  }

  #letGoOn(): void {
    const reached = this.#waiting.filter((waiting) => waiting.reached());
    this.#waiting = this.#waiting.filter((waiting) => !reached.includes(waiting));
    for (const { goOn } of reached) goOn();
  }
}
