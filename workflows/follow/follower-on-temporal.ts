import { allHandlersFinished, condition, continueAsNew, log } from '@temporalio/workflow';
import {
  completed,
  newest,
  sameMilestones,
  systemCommandId,
  type Alarm,
  type RecordLink,
  type SentStanding,
  type Standing,
  type SystemCommand,
} from '#libs/contracts';
import { act } from './acting.ts';
import type { Follower } from './follower.ts';
import { movedSince, saysAlreadySo } from './milestones.ts';
import { retryMs, ring, taskTimeMs } from './ring.ts';
import { isLong } from './run-length.ts';
import { show } from './shown.ts';

/** The Follower on Temporal. Everything it does to the record goes through the executor, by activities. */
export class FollowerOnTemporal<S extends Standing> implements Follower<S> {
  readonly #link: RecordLink<S>;
  /** How often in a row each command was refused. */
  readonly #refusals = new Map<string, number>();
  #standing: SentStanding<S>;
  #toldOlder = false;
  #toldDueAtMs: number | null = null;
  #busy = 0;

  constructor(link: RecordLink<S>) {
    this.#link = link;
    this.#standing = this.#completed(link.standing);
    this.#noteDue(this.#standing);
    show(this.#link.ref.kind, this.#standing);
  }

  get now(): S {
    return this.#standing;
  }

  get isToldDue(): boolean {
    return this.#toldDueAtMs !== null && this.#toldDueAtMs === this.#standing.nextDueAtMs;
  }

  /** A nudge. One that tells of an earlier moment may only be late, or the database went back: {@link lookAgain} finds out. */
  told(standing: S): void {
    const shown = this.#completed(standing);
    this.#noteDue(shown);
    this.#toldOlder ||= newest(shown, this.#standing) !== shown;
    this.#believe(newest(this.#standing, shown));
  }

  async until(reached: (standing: S) => boolean): Promise<void> {
    await condition(() => reached(this.#standing));
  }

  async command(command: SystemCommand): Promise<void> {
    const { ref } = this.#link;
    const { type } = command;
    const decided = this.#standing;
    const moved = movedSince(decided);
    const commandId = systemCommandId(ref, type, decided.seq);
    const { standing, refused } = await this.#busyWhile(
      act(command.type, async (activities) => activities.command(ref, command, commandId)),
    );
    this.#answered(standing, decided);
    if (refused !== undefined && !saysAlreadySo(refused)) {
      const times = (this.#refusals.get(type) ?? 0) + 1;
      this.#refusals.set(type, times);
      await this.raise({ kind: 'command-refused', what: type, code: refused });
      // Whoever gave it looks again then, and gives it again for as long as it is wanted.
      await ring(taskTimeMs() + retryMs(times), `${type} again`, () => moved(this.#standing));
      return;
    }
    this.#refusals.delete(type);
    if (refused === undefined && sameMilestones(this.#standing, decided))
      await this.raise({ kind: 'command-fruitless', what: type, code: null });
    await condition(() => moved(this.#standing));
  }

  /** Has everything taken that is due by the database's clock. */
  async enforce(): Promise<void> {
    const asked = this.#standing;
    this.#toldDueAtMs = null;
    const answer = act('enforce', async (activities) => activities.enforce(this.#link.ref));
    this.#answered(await this.#busyWhile(answer), asked);
  }

  /** Makes known what is settled by nobody here. The commit that settles it takes it back. */
  async raise(alarm: Alarm): Promise<void> {
    log.error('an alarm of a record', { alarm: alarm.kind, what: alarm.what, code: alarm.code });
    const { ref } = this.#link;
    await this.#busyWhile(act(alarm.kind, async (activities) => activities.raise(ref, alarm)));
  }

  /** Asks where the record stands, whenever a nudge told of an earlier moment than the one that is known. */
  async lookAgain(): Promise<never> {
    for (;;) {
      await condition(() => this.#toldOlder && !this.#standing.closed);
      this.#toldOlder = false;
      const asked = this.#standing;
      const answer = act('look', async (activities) => activities.look(this.#link.ref));
      this.#answered(await this.#busyWhile(answer), asked);
    }
  }

  /** Begins a new run with the standing of that very moment, when the history is long and nothing is half done. */
  async continueWhenLong(): Promise<never> {
    await condition(() => this.#busy === 0 && !this.#standing.closed && isLong() && allHandlersFinished());
    const { isDue: _, ...standing } = this.#standing;
    return continueAsNew({ ...this.#link, standing: { ...standing, ...(this.isToldDue && { isDue: true }) } });
  }

  /** The record itself answered after it was asked. Stands it before where it stood then, its database was put back, and is right. */
  #answered(standing: SentStanding, asked: SentStanding<S>): void {
    // a record answers with the standing of its own kind
    const shown = this.#completed(standing as SentStanding<S>);
    this.#noteDue(shown);
    const wentBack = newest(shown, asked) !== shown;
    if (wentBack) log.warn('the record went back', { alarm: 'record-went-back' });
    this.#believe(wentBack ? shown : newest(this.#standing, shown));
  }

  #noteDue({ isDue, nextDueAtMs }: SentStanding): void {
    if (isDue) this.#toldDueAtMs = nextDueAtMs;
  }

  #believe(standing: SentStanding<S>): void {
    this.#standing = standing;
    show(this.#link.ref.kind, standing);
  }

  #completed(standing: S): SentStanding<S> {
    return completed<S>(this.#link.ref.kind, standing);
  }

  async #busyWhile<T>(doing: Promise<T>): Promise<T> {
    this.#busy += 1;
    return doing.finally(() => {
      this.#busy -= 1;
    });
  }
}
