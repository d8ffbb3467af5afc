import type { Context } from '../record/context.ts';
import type { Notice } from '../record/notice.ts';
import type { AgencyCode } from '../rules/municipality-rules.ts';

/**
 * The area of a record that something belongs to: who may learn of it is judged per area, in one place (libs/access).
 * `mainLine` is what is written at the beginning and about the course; `work` is where the work stands, without a word about people.
 * `agenda` is that a case stands on an item, without a word about people; `item` what came of it.
 * `request` is what an agency asked the secretariat for, between the two of them.
 * `invitation` is what one agency was asked and answered, for the agency and the secretariat.
 * `personOnTrack` is for those who read of the person, and in full for those who read of 支援会議での検討.
 */
export type Area =
  | { readonly kind: 'work' | 'mainLine' | 'track' | 'support' | 'secretariat' }
  | { readonly kind: 'person' | 'personOnTrack'; readonly personId: string }
  | { readonly kind: 'handoff'; readonly handoffId: string }
  | { readonly kind: 'agenda' | 'item'; readonly itemId: string }
  | { readonly kind: 'request'; readonly requestId: string }
  | { readonly kind: 'task'; readonly taskId: string }
  | { readonly kind: 'invitation'; readonly invitationId: string }
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

/** What every fact of the log says of itself. */
export interface Fact<Type extends string = string, V extends number = number> {
  readonly type: Type;
  /** The version it was written in; older ones are brought up by `upcast`. */
  readonly v: V;
}

/** All that is said of an event elsewhere. Nothing may be left out; `null` says that there is nothing. */
interface EventMatters<S, E extends Fact> {
  readonly type: E['type'];
  /** The version that is written today. */
  readonly v: E['v'];
  /** The parts whose version it raises. */
  readonly raises: ((event: E) => readonly string[]) | null;
  /** Whom its line in the history is told; `null`: nobody. Asked of stored events of every version. */
  readonly area: ((event: E) => Area) | null;
  /** The texts that are shown with its line, because no panel of the page shows them. */
  readonly tells: readonly (keyof E & string)[] | null;
  /** What it passes on to whom (R64). */
  readonly discloses: ((event: E, after: S, ctx: Context) => readonly Sharing[]) | null;
  /** Who hears of it: never a person of the household, never a reason (R62). */
  readonly notifies: ((event: E, after: S, ctx: Context) => readonly Word[]) | null;
  /** The counters of the 年度 that it raises (R77). */
  readonly counts: ((event: E, after: S, ctx: Context) => readonly string[]) | null;
}

/**
 * A fact of the log as one unit: how it changes the state, and everything that is said of it elsewhere. A fold decides nothing: stage,
 * round and dates that a decision leads to stand in the event.
 */
export interface EventUnit<S, E extends Fact> extends EventMatters<S, E> {
  readonly fold: (state: S, event: E) => S;
}

/** The fact that a log begins with. */
export interface FirstEventUnit<S, E extends Fact> extends EventMatters<S, E> {
  readonly begin: (event: E) => S;
}

/** Passes nothing on, nobody is told of it, it is not counted. */
export const quiet = { discloses: null, notifies: null, counts: null } as const;

/** `const event = eventFor<CaseState>()`, once a kind of record: `event<ContactRecorded>('contact-recorded', 1, { … })`. */
export const eventFor =
  <S>() =>
  <E extends Fact>(type: E['type'], v: E['v'], rest: Omit<EventUnit<S, E>, 'type' | 'v'>): EventUnit<S, E> => ({
    type,
    v,
    ...rest,
  });

export const firstEventFor =
  <S>() =>
  <E extends Fact>(
    type: E['type'],
    v: E['v'],
    rest: Omit<FirstEventUnit<S, E>, 'type' | 'v'>,
  ): FirstEventUnit<S, E> => ({ type, v, ...rest });

/** The event that a unit is about; of a union of units, the union of their events. */
export type EventOf<U> = U extends { readonly fold: (state: never, event: infer E) => unknown }
  ? E
  : U extends { readonly begin: (event: infer E) => unknown }
    ? E
    : never;

/** Any unit of a kind of record, as code sees it that does not know the event; it hands each unit only events of its own type. */
export interface SomeEventUnit<S> extends Omit<EventMatters<S, never>, 'type' | 'v'> {
  readonly type: string;
  readonly v: number;
  readonly fold?: (state: S, event: never) => S;
  readonly begin?: (event: never) => S;
}
