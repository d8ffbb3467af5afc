import type { Context } from '../record/context.ts';
import type { Notice } from '../record/notice.ts';
import type { AgencyCode } from '../rules/municipality-rules.ts';

/**
 * The area of a record that something belongs to: who may learn of it is judged per area, in one place (libs/access).
 * `mainLine` is what is written at the beginning and about the course; `work` is where the work stands, without a word about people.
 */
export type Area =
  | { readonly kind: 'work' | 'mainLine' | 'track' | 'support' | 'secretariat' }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'handoff'; readonly handoffId: string }
  | { readonly kind: 'item'; readonly itemId: string }
  | { readonly kind: 'task'; readonly taskId: string }
  | { readonly kind: 'withdrawal'; readonly withdrawalIds: readonly string[] };

/** What was shared with whom, about whom, on which basis: a code of the catalogue of bases, `consent` or `handoff` (R64). */
export interface Sharing {
  readonly personId: string;
  readonly toAgency: AgencyCode;
  readonly what: 'handoff' | 'agenda-item' | 'sheet-request' | 'plan-role';
  readonly basis: string;
}

/** A notice before it has its key. */
export type Word = Omit<Notice, 'key'>;

/**
 * A fact of the log as one unit: how it changes the state, and everything that is said of it elsewhere. Nothing may be left out; `null`
 * says that there is nothing. A fold decides nothing: stage, round and dates that a decision leads to stand in the event.
 */
export interface EventUnit<S, E extends { readonly type: string; readonly v: number }> {
  readonly type: E['type'];
  /** The version that is written today; older ones are brought up by `upcast`. */
  readonly v: E['v'];
  readonly fold: (state: S, event: E) => S;
  /** The parts whose version it raises. */
  readonly raises: ((event: E) => readonly string[]) | null;
  /** Whom its line in the history is told; `null`: nobody. */
  readonly area: ((event: E) => Area) | null;
  /** The texts that are shown with its line, because no panel of the page shows them. */
  readonly tells: readonly (keyof E & string)[] | null;
  /** What it passes on to whom (R64). */
  readonly discloses: ((event: E, after: S, ctx: Context) => readonly Sharing[]) | null;
  /** Who hears of it: never a person of the household, never a reason (R62). */
  readonly notifies: ((event: E, after: S, ctx: Context) => readonly Word[]) | null;
  /** The counters of the 年度 that it raises (R49, R53). */
  readonly counts: ((event: E, after: S) => readonly string[]) | null;
}

/** `const event = eventFor<CaseState>()`, once a kind of record: `event<ContactRecorded>('contact-recorded', 1, { … })`. */
export const eventFor =
  <S>() =>
  <E extends { readonly type: string; readonly v: number }>(
    type: E['type'],
    v: E['v'],
    rest: Omit<EventUnit<S, E>, 'type' | 'v'>,
  ): EventUnit<S, E> => ({ type, v, ...rest });

/** The event that a unit is about. */
export type EventOf<U> = U extends { readonly fold: (state: never, event: infer E) => unknown } ? E : never;
