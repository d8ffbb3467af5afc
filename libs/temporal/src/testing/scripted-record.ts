import type { Standing, SystemCommand, SystemCommandAnswer } from '#libs/contracts';

/** What changes of a standing, part by part. */
export type Change<S> = { readonly [K in keyof S]?: S[K] extends object ? Partial<S[K]> : S[K] };

/** What a command does to the standing, or the code it is refused with. */
export type Effect<S> = (standing: S) => Change<S> | string;

export interface Given {
  readonly type: string;
  readonly commandId: string;
}

/**
 * A record that a test plays: its standing moves when the test says so, and by the commands of its workflow. A repeated
 * `commandId` of one that was done gets the stored answer, as the executor does it. Keeps dates by a clock that the test hands in.
 */
export class ScriptedRecord<S extends Standing> {
  readonly #effects: Readonly<Record<string, Effect<S>>>;
  readonly #answers = new Map<string, SystemCommandAnswer<S>>();
  #standing: S;
  #ladder: readonly number[] = [];
  /** Commands that were decided, in order; repeats are not among them. */
  readonly given: Given[] = [];
  /** Instants at which a date was taken, epoch ms. */
  readonly taken: number[] = [];
  enforcements = 0;

  constructor(standing: S, effects: Readonly<Record<string, Effect<S>>>) {
    this.#standing = standing;
    this.#effects = effects;
  }

  get standing(): S {
    return this.#standing;
  }

  /** Somebody decided something: the standing moves on by one. */
  move(change: Change<S>): S {
    const parts = Object.entries(change).map(([key, value]: [string, unknown]): [string, unknown] => {
      const before = this.#standing[key as keyof S];
      return [key, isPlain(before) && isPlain(value) ? { ...before, ...value } : value];
    });
    this.#standing = { ...this.#standing, ...(Object.fromEntries(parts) as Partial<S>), seq: this.#standing.seq + 1 };
    return this.#standing;
  }

  /** Its database is put back to a backup of when it stood so. */
  putBackTo(standing: S): void {
    this.#standing = standing;
    this.#answers.clear();
  }

  /** Gives the record dates (epoch ms): each is taken by one `enforce` at or after it. */
  schedule(ladder: readonly number[]): S {
    this.#ladder = ladder.toSorted((a, b) => a - b);
    return this.#moveTo(this.#nextDue());
  }

  command(command: SystemCommand, commandId: string): SystemCommandAnswer<S> {
    const stored = this.#answers.get(commandId);
    if (stored) return stored;
    this.given.push({ type: command.type, commandId });
    const effect = this.#effects[command.type];
    if (!effect) throw new Error(`nothing is said about ${command.type}`);
    const result = effect(this.#standing);
    if (typeof result === 'string') return { standing: this.#standing, refused: result };
    const answer = { standing: this.move(result) };
    this.#answers.set(commandId, answer);
    return answer;
  }

  enforce(nowMs: number): S {
    this.enforcements += 1;
    const due = this.#ladder.filter((atMs) => atMs <= nowMs);
    if (due.length === 0) return this.#standing;
    this.taken.push(...due);
    this.#ladder = this.#ladder.filter((atMs) => atMs > nowMs);
    return this.#moveTo(this.#nextDue());
  }

  #nextDue(): number | null {
    return this.#ladder[0] ?? null;
  }

  #moveTo(nextDueAtMs: number | null): S {
    this.#standing = { ...this.#standing, nextDueAtMs, seq: this.#standing.seq + 1 };
    return this.#standing;
  }
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
