import { describe, expect, it } from '@jest/globals';
import type { KeptState } from './keeping.ts';
import { withEntries, withoutLeft, type LeavingLists } from './leaving.ts';

interface Call {
  readonly id: string;
  readonly over: boolean;
}
interface Calls extends KeptState {
  readonly calls: readonly Call[];
  readonly made: number;
}
const leaving = {
  calls: {
    idOf: ({ id }) => id,
    isOver: ({ over }) => over,
    stays: 2,
    remembered: (state) => ({ ...state, made: state.made + 1 }),
    partOf: ({ id }) => `call/${id}`,
  },
} as const satisfies LeavingLists<Calls>;

const call = (id: string, over = true): Call => ({ id, over });
const calls = (...entries: readonly Call[]): Calls => ({
  id: 'r',
  seq: 9,
  obligations: {},
  parts: { stage: 1, ...Object.fromEntries(entries.map(({ id }) => [`call/${id}`, 1])) },
  calls: entries,
  made: 0,
});

describe('what leaves a state', () => {
  it('is the oldest of what is over; the newest of it and what goes on stay', () => {
    const { state, left } = withoutLeft(calls(call('a'), call('b', false), call('c'), call('d'), call('e')), leaving);
    expect(state.calls.map(({ id }) => id)).toEqual(['b', 'd', 'e']);
    expect(left).toEqual([
      { list: 'calls', id: 'a', seq: 9, body: call('a') },
      { list: 'calls', id: 'c', seq: 9, body: call('c') },
    ]);
  });

  it('takes its part with it, and leaves what is counted of it', () => {
    const { state } = withoutLeft(calls(call('a'), call('b'), call('c')), leaving);
    expect(Object.keys(state.parts)).toEqual(['stage', 'call/b', 'call/c']);
    expect(state.made).toBe(1);
  });

  it('is nothing when little is over: the state is the same one', () => {
    const before = calls(call('a'), call('b', false), call('c', false), call('d'));
    const { state, left } = withoutLeft(before, leaving);
    expect(state).toBe(before);
    expect(left).toEqual([]);
  });

  it('stands before what stayed, when it is put back for a reader', () => {
    const { state, left } = withoutLeft(calls(call('a'), call('b'), call('c'), call('d')), leaving);
    expect(withEntries(state, left).calls.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});
