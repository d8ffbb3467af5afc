import type { SendResult } from '#libs/notification';

/** So many different recipients refused one after the other, and none taken between: that is not about them. */
const refusedInARow = 3;
/** A refusal that does not say what it is about is believed to be about the recipient after so many tries, if others are reached. */
const unclearTries = 3;
/** A mail server that cannot be reached for this long is told to whoever keeps the house; shorter is its maintenance. */
const unreachableAfterMs = 300_000;

/** What becomes of a mail: it is out, its recipient cannot be reached this way, or it is held and tried again. */
export type Verdict = 'out' | 'unreachable' | 'held';

interface Tried {
  /** Names the notice. */
  readonly id: string;
  /** The address it goes to; kept in memory only. */
  readonly to: string;
  /** How often a mail server was asked before. */
  readonly attempts: number;
}

/**
 * Judges the mail server's words over all notices of this process: a wrongly set mail server refuses everybody, and that must not turn
 * every notice into a phone call. What a refusal says about the recipient is believed while others are reached.
 */
export class MailServerWords {
  readonly #nowMs: () => number;
  readonly #refused = new Set<string>();
  /** How many mails were taken when a notice was first not taken. */
  readonly #takenBefore = new Map<string, number>();
  #taken = 0;
  #trouble: string | undefined;
  #unreachable: { readonly code: string; readonly sinceMs: number } | undefined;

  /** @param nowMs milliseconds that only grow */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  heard({ id, to, attempts }: Tried, { outcome, code }: SendResult): Verdict {
    if (outcome === 'later') {
      // 4xx is said by a server that is there: to this mail, not to us.
      if (/^4/u.test(code)) this.#unreachable = undefined;
      else this.#unreachable ??= { code, sinceMs: this.#nowMs() };
      return 'held';
    }
    this.#unreachable = undefined;
    if (outcome === 'accepted') {
      this.#taken += 1;
      this.#refused.clear();
      this.#takenBefore.delete(id);
      this.#trouble = undefined;
      return 'out';
    }
    const othersTaken = this.#taken > (this.#takenBefore.get(id) ?? this.#taken);
    if (!this.#takenBefore.has(id)) this.#takenBefore.set(id, this.#taken);
    if (outcome === 'refused') {
      this.#refused.add(to);
      if (this.#refused.size < refusedInARow) return this.#unreachableByMail(id);
    } else if (attempts >= unclearTries && othersTaken) {
      return this.#unreachableByMail(id);
    }
    this.#trouble ??= code;
    return 'held';
  }

  /** What whoever keeps the house has to mend, in the mail server's or the network's word; nothing while mails leave. */
  get trouble(): string | undefined {
    if (this.#trouble) return this.#trouble;
    const away = this.#unreachable;
    return away && this.#nowMs() - away.sinceMs > unreachableAfterMs ? away.code : undefined;
  }

  #unreachableByMail(id: string): Verdict {
    this.#takenBefore.delete(id);
    return 'unreachable';
  }
}
