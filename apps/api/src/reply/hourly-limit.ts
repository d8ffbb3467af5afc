const hourMs = 60 * 60_000;
/** Above this many, those whose hour is over are forgotten. */
const mostKept = 10_000;

/**
 * So many times an hour for each key, counted in this process from the first one on. Keys are addresses or hashes and are kept in memory only.
 */
export class HourlyLimit {
  readonly #most: number;
  readonly #nowMs: () => number;
  readonly #seen = new Map<string, { times: number; readonly untilMs: number }>();

  constructor(most: number, nowMs: () => number = () => performance.now()) {
    this.#most = most;
    this.#nowMs = nowMs;
  }

  /** Seconds until it is allowed again; nothing when it is allowed now. */
  waitOf(key: string): number | undefined {
    const seen = this.#live(key);
    return seen && seen.times >= this.#most ? Math.ceil((seen.untilMs - this.#nowMs()) / 1_000) : undefined;
  }

  count(key: string): void {
    const seen = this.#live(key);
    if (seen) {
      seen.times += 1;
      return;
    }
    if (this.#seen.size >= mostKept) this.#forget();
    this.#seen.set(key, { times: 1, untilMs: this.#nowMs() + hourMs });
  }

  #live(key: string): { times: number; readonly untilMs: number } | undefined {
    const seen = this.#seen.get(key);
    return seen && seen.untilMs > this.#nowMs() ? seen : undefined;
  }

  #forget(): void {
    for (const [key, { untilMs }] of this.#seen) if (untilMs <= this.#nowMs()) this.#seen.delete(key);
    // Still too many: somebody has many addresses. The oldest go.
    for (const key of this.#seen.keys()) {
      if (this.#seen.size < mostKept) return;
      this.#seen.delete(key);
    }
  }
}
