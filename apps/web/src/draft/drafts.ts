import type { DraftView } from '#libs/views';
import { ApiProblem, isStatus } from '../api/problem.ts';

/** A draft as it is sent: what a list calls it, and what the form holds. */
export interface DraftBody {
  readonly title: string;
  readonly content: string;
}

/** How drafts travel. `leaving`: the page is going away and does not wait for the answer. */
export interface DraftWays {
  readonly read: (place: string) => Promise<DraftView>;
  readonly put: (place: string, body: DraftBody, leaving: boolean) => Promise<unknown>;
  readonly remove: (place: string, leaving: boolean) => Promise<unknown>;
}

/** `unsaved`: typed a moment ago; `failing`: could not be saved, and is tried again; `refused`: is not tried again. */
export type DraftState = 'saved' | 'unsaved' | 'failing' | 'refused';

interface Waiting {
  /** `null`: it goes. */
  body: DraftBody | null;
  state: Exclude<DraftState, 'saved'>;
  timer: ReturnType<typeof setTimeout> | undefined;
  sending: Promise<void> | undefined;
}

/** How long after the last key a draft is sent, and how long after a failure it is tried again, ms. */
const restMs = 800;
const againMs = 5_000;

/**
 * What one person has typed and not sent: goes to the server soon after each change, one request at a time for each form, the newest wins.
 * What has not got there yet stays here, also when its form is gone or the session has ended.
 */
export class Drafts {
  readonly owner: string;
  readonly #ways: DraftWays;
  readonly #waiting = new Map<string, Waiting>();
  readonly #listeners = new Set<() => void>();

  constructor(owner: string, ways: DraftWays) {
    this.owner = owner;
    this.#ways = ways;
  }

  /** The newest there is, wherever it is. @throws when the server does not answer */
  async read(place: string): Promise<DraftView> {
    const waiting = this.#waiting.get(place);
    if (waiting === undefined) return this.#ways.read(place);
    return { content: waiting.body?.content ?? null, savedAtMs: null };
  }

  keep(place: string, body: DraftBody): void {
    this.#want(place, body, restMs);
  }

  /** Sent, or thrown away. */
  remove(place: string): void {
    this.#want(place, null, 0);
  }

  stateOf(place: string): DraftState {
    return this.#waiting.get(place)?.state ?? 'saved';
  }

  /** Tells of every change of a state. @returns how to stop */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Sends at once what waits; ends when all of it was tried. */
  async flush(leaving = false): Promise<void> {
    await Promise.all([...this.#waiting.keys()].map(async (place) => this.#send(place, leaving)));
  }

  #want(place: string, body: DraftBody | null, afterMs: number): void {
    const waiting = this.#waiting.get(place) ?? { body, state: 'unsaved', timer: undefined, sending: undefined };
    waiting.body = body;
    waiting.state = 'unsaved';
    this.#waiting.set(place, waiting);
    this.#later(place, waiting, afterMs);
    this.#tell();
  }

  #later(place: string, waiting: Waiting, afterMs: number): void {
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(() => void this.#send(place, false), afterMs);
  }

  async #send(place: string, leaving: boolean): Promise<void> {
    const waiting = this.#waiting.get(place);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    // A page that goes away does not wait for what is under way: the newest goes out beside it.
    if (waiting.sending !== undefined && !leaving) await waiting.sending;
    if (this.#waiting.get(place) !== waiting) return;
    waiting.sending = this.#sendNow(place, waiting, leaving);
    await waiting.sending;
  }

  async #sendNow(place: string, waiting: Waiting, leaving: boolean): Promise<void> {
    const { body } = waiting;
    try {
      await (body === null ? this.#ways.remove(place, leaving) : this.#ways.put(place, body, leaving));
      if (waiting.body === body && this.#waiting.get(place) === waiting) this.#waiting.delete(place);
    } catch (error) {
      // Too long: the same again would be refused again. Without a session it waits for the next sign-in.
      const signedOut = isStatus(error, 401);
      waiting.state = error instanceof ApiProblem && !signedOut ? 'refused' : 'failing';
      if (waiting.state === 'failing' && !signedOut) this.#later(place, waiting, againMs);
    }
    waiting.sending = undefined;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
