import type { KeptState } from './keeping.ts';

/** An entry that has left the state of its record: no rule looks at it any more. It is kept as a row of its own, for whoever reads. */
export interface LeftEntry {
  /** Name of the list it stood in. */
  readonly list: string;
  readonly id: string;
  /** The event of the record with which it left. */
  readonly seq: number;
  readonly body: object;
}

/** When the entries of one list leave the state. Once one is over it stays so: what is left does not depend on how often is asked. */
export interface LeavingList<S extends KeptState, T> {
  readonly idOf: (entry: T) => string;
  /** Nothing changes it any more. */
  readonly isOver: (entry: T, state: S) => boolean;
  /** So many of those that are over stay, the newest: who answers a second time is told what stands there. */
  readonly stays: number;
  /** What rules count of it afterwards. */
  readonly remembered?: (state: S, entry: T) => S;
  /** The part of the record that is gone with it. */
  readonly partOf?: (entry: T) => string;
}

type ListsIn<S> = { [K in keyof S]: S[K] extends readonly object[] ? K : never }[keyof S] & string;

/** The lists of a state whose entries leave it, by name. */
export type LeavingLists<S extends KeptState> = {
  readonly [K in ListsIn<S>]?: S[K] extends readonly (infer T)[] ? LeavingList<S, T> : never;
};

/** A list whose entries the code at hand does not know; each is handed only its own. */
type SomeList<S extends KeptState> = LeavingList<S, object>;
type WithLists = Readonly<Record<string, readonly object[]>>;

/** The state without what is over, and that. */
export function withoutLeft<S extends KeptState>(
  state: S,
  lists: LeavingLists<S>,
): { readonly state: S; readonly left: readonly LeftEntry[] } {
  const left: LeftEntry[] = [];
  let kept = state;
  for (const [list, { idOf, isOver, stays, remembered, partOf }] of Object.entries(
    lists as Readonly<Record<string, SomeList<S>>>,
  )) {
    const entries = (state as unknown as WithLists)[list] ?? [];
    const over = entries.filter((entry) => isOver(entry, state));
    if (over.length <= stays) continue;
    const leaving = over.slice(0, over.length - stays);
    left.push(...leaving.map((body) => ({ list, id: idOf(body), seq: state.seq, body })));
    const parts = new Set(leaving.map((entry) => partOf?.(entry)));
    kept = {
      ...(remembered ? leaving.reduce(remembered, kept) : kept),
      [list]: entries.filter((entry) => !leaving.includes(entry)),
      parts: Object.fromEntries(Object.entries(kept.parts).filter(([part]) => !parts.has(part))),
    };
  }
  return { state: kept, left };
}

/** The state with these entries in their lists again, the oldest first: for whoever reads, and for the words about what just happened. */
export function withEntries<S extends KeptState>(state: S, entries: readonly Omit<LeftEntry, 'seq'>[]): S {
  const lists = Object.groupBy(entries, ({ list }) => list);
  return {
    ...state,
    ...Object.fromEntries(
      Object.entries(lists).map(([list, back = []]) => [
        list,
        [...back.map(({ body }) => body), ...((state as unknown as WithLists)[list] ?? [])],
      ]),
    ),
  };
}
