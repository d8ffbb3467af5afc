import {
  completed,
  type CaseStanding,
  type RecordKind,
  type RecordRef,
  type SittingStanding,
  type Standing,
  type SystemCommand,
  type SystemCommandAnswer,
} from '#libs/contracts';
import { FollowerInMemory } from '#workflows/follow';
import { followSitting } from '#workflows/sitting';
import { followCase } from '#workflows/support-case';

/** Decides a workflow's own command; the answer may come later. `decided` is the standing it was decided on. */
export type Give = (
  ref: RecordRef,
  command: SystemCommand,
  decided: Standing,
) => SystemCommandAnswer | Promise<SystemCommandAnswer>;

// The standing a record is shown with is that of its kind, and so is the procedure.
const procedures: Readonly<Record<RecordKind, (follower: FollowerInMemory<Standing>) => Promise<void>>> = {
  'support-case': async (follower) => followCase(follower as unknown as FollowerInMemory<CaseStanding>),
  sitting: async (follower) => followSitting(follower as unknown as FollowerInMemory<SittingStanding>),
};

/**
 * Runs the procedures of many records in this process, as Temporal would: a record is followed from the first time it is shown until
 * it closes, and again when it is shown open once more. Keeps no dates: `enforce` is the owner's.
 */
export class RecordFollowers {
  readonly #give: Give;
  readonly #followers = new Map<string, FollowerInMemory<Standing>>();

  constructor(give: Give) {
    this.#give = give;
  }

  /** The nudge: tells where a record stands. */
  show(ref: RecordRef, standing: Standing): void {
    const follower = this.#followers.get(ref.id);
    if (follower) follower.show(standing);
    else this.#begin(ref, standing);
  }

  /** Time has passed: what was refused is given again where it is still wanted. */
  passTime(): void {
    for (const follower of this.#followers.values()) follower.passTime();
  }

  #begin(ref: RecordRef, standing: Standing): void {
    const follower = new FollowerInMemory<Standing>(
      standing,
      async (command, decided) => this.#give(ref, command, decided),
      (shown) => completed(ref.kind, shown),
    );
    this.#followers.set(ref.id, follower);
    void procedures[ref.kind](follower).finally(() => this.#followers.delete(ref.id));
  }
}
