import { allHandlersFinished, condition, continueAsNew, log } from '@temporalio/workflow';
import { workflowIdOf, type RecordLink, type Standing, type SystemCommand } from '#libs/contracts';
import { act } from './acting.ts';
import type { Follower } from './follower.ts';
import { newest, sameMilestones, saysAlreadySo } from './milestones.ts';
import { isLong } from './run-length.ts';
import { show } from './shown.ts';

/** The Follower on Temporal. Everything it does to the record goes through the executor, by activities. */
export class FollowerOnTemporal<S extends Standing> implements Follower<S> {
  readonly #link: RecordLink<S>;
  #standing: S;
  #busy = 0;

  constructor(link: RecordLink<S>) {
    this.#link = link;
    this.#standing = link.standing;
    show(this.#link.ref.kind, this.#standing);
  }

  get now(): S {
    return this.#standing;
  }

  merge(shown: S): void {
    this.#standing = newest(this.#standing, shown);
    show(this.#link.ref.kind, this.#standing);
  }

  async until(reached: (standing: S) => boolean): Promise<void> {
    await condition(() => reached(this.#standing));
  }

  async command(command: SystemCommand): Promise<void> {
    const { ref } = this.#link;
    const decided = this.#standing;
    const commandId = `${workflowIdOf(ref)}/${command.type}/${decided.seq}`;
    const { standing, refused } = await this.#busyWhile(
      act(command.type, async (activities) => activities.command(ref, command, commandId)),
    );
    // a record answers with the standing of its own kind
    this.merge(standing as S);
    if (refused !== undefined && !saysAlreadySo(refused)) {
      log.error('own command was refused', { alarm: 'command-refused', command: command.type, code: refused });
    } else if (refused === undefined && sameMilestones(this.#standing, decided)) {
      log.error('own command moved no milestone', { alarm: 'command-fruitless', command: command.type });
    }
    await this.until((s) => s.closed || !sameMilestones(s, decided));
  }

  /** Has everything taken that is due by the database's clock. */
  async enforce(): Promise<void> {
    const answer = act('enforce', async (activities) => activities.enforce(this.#link.ref));
    this.merge((await this.#busyWhile(answer)) as S);
  }

  /** Begins a new run with the standing of that very moment, when the history is long and nothing is half done. */
  async continueWhenLong(): Promise<never> {
    await condition(() => this.#busy === 0 && !this.#standing.closed && isLong() && allHandlersFinished());
    return continueAsNew({ ...this.#link, standing: this.#standing });
  }

  async #busyWhile<T>(doing: Promise<T>): Promise<T> {
    this.#busy += 1;
    return doing.finally(() => {
      this.#busy -= 1;
    });
  }
}
