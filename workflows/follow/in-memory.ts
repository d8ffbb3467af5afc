import type { Standing, SystemCommand, SystemCommandAnswer } from '#libs/contracts';
import type { Follower } from './follower.ts';
import { newest, sameMilestones } from './milestones.ts';

interface Waiting<S> {
  readonly reached: (standing: S) => boolean;
  readonly goOn: () => void;
}

/**
 * The Follower without Temporal, for the simulator and for tests: the same merging, the same waiting after a command.
 * `give` decides a command; `show` tells of a standing, as a nudge does. The clock is the owner's: nothing here keeps dates.
 */
export class FollowerInMemory<S extends Standing> implements Follower<S> {
  readonly #give: (command: SystemCommand, decided: S) => SystemCommandAnswer | Promise<SystemCommandAnswer>;
  #standing: S;
  #waiting: readonly Waiting<S>[] = [];

  constructor(
    standing: S,
    give: (command: SystemCommand, decided: S) => SystemCommandAnswer | Promise<SystemCommandAnswer>,
  ) {
    this.#standing = standing;
    this.#give = give;
  }

  get now(): S {
    return this.#standing;
  }

  /** Merges a standing by `seq` and lets go on whoever waited for it. */
  show(standing: S): void {
    this.#standing = newest(this.#standing, standing);
    const reached = this.#waiting.filter((waiting) => waiting.reached(this.#standing));
    this.#waiting = this.#waiting.filter((waiting) => !reached.includes(waiting));
    for (const { goOn } of reached) goOn();
  }

  async until(reached: (standing: S) => boolean): Promise<void> {
    if (reached(this.#standing)) return;
    await new Promise<void>((goOn) => {
      this.#waiting = [...this.#waiting, { reached, goOn }];
    });
  }

  async command(command: SystemCommand): Promise<void> {
    const decided = this.#standing;
    const { standing } = await this.#give(command, decided);
    // a record answers with the standing of its own kind
    this.show(standing as S);
    await this.until((s) => s.closed || !sameMilestones(s, decided));
  }
}
