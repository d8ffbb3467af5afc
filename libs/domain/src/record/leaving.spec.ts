import { describe, expect, it } from '@jest/globals';
import type { KeptState } from './keeping.ts';
import { withEntries, withoutLeft, type LeavingLists } from './leaving.ts';

interface Talk {
  readonly id: string;
  readonly over: boolean;
}
interface Talks extends KeptState {
  readonly talks: readonly Talk[];
  readonly made: number;
}
const leaving = {
  talks: {
    idOf: ({ id }) => id,
    isOver: ({ over }) => over,
    stays: 2,
    remembered: (state) => ({ ...state, made: state.made + 1 }),
    partOf: ({ id }) => `talk/${id}`,
  },
} as const satisfies LeavingLists<Talks>;

const talk = (id: string, over = true): Talk => ({ id, over });
const talks = (...entries: readonly Talk[]): Talks => ({
  id: 'r',
  seq: 9,
  obligations: {},
  parts: { stage: 1, ...Object.fromEntries(entries.map(({ id }) => [`talk/${id}`, 1])) },
  calls: [],
  talks: entries,
  made: 0,
});

describe('what leaves a state', () => {
  it('is the oldest of what is over; the newest of it and what goes on stay', () => {
    const { state, left } = withoutLeft(talks(talk('a'), talk('b', false), talk('c'), talk('d'), talk('e')), leaving);
    expect(state.talks.map(({ id }) => id)).toEqual(['b', 'd', 'e']);
    expect(left).toEqual([
      { list: 'talks', id: 'a', seq: 9, body: talk('a') },
      { list: 'talks', id: 'c', seq: 9, body: talk('c') },
    ]);
  });

  it('takes its part with it, and leaves what is counted of it', () => {
    const { state } = withoutLeft(talks(talk('a'), talk('b'), talk('c')), leaving);
    expect(Object.keys(state.parts)).toEqual(['stage', 'talk/b', 'talk/c']);
    expect(state.made).toBe(1);
  });

  it('is nothing when little is over: the state is the same one', () => {
    const before = talks(talk('a'), talk('b', false), talk('c', false), talk('d'));
    const { state, left } = withoutLeft(before, leaving);
    expect(state).toBe(before);
    expect(left).toEqual([]);
  });

  it('stands before what stayed, when it is put back for a reader', () => {
    const { state, left } = withoutLeft(talks(talk('a'), talk('b'), talk('c'), talk('d')), leaving);
    expect(withEntries(state, left).talks.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});
