import { expect, it } from '@jest/globals';
import type { Actor, CaseState, RecordChange } from '#libs/domain';
import { checkChange, checkLog, type Committed } from './invariants.ts';
import { caseOpened } from './testing/opened-case.ts';

const { change, committed } = caseOpened();
const state = change.after as CaseState;
const broken = (changed: Partial<RecordChange>, world: Partial<Committed> = {}): string => {
  try {
    checkChange({ ...change, ...changed }, { ...committed, ...world });
    return 'holds';
  } catch (error) {
    return error instanceof Error ? error.message.replace(/: support-case.*/u, '') : '';
  }
};

it('lets a sound commit pass', () => {
  expect(broken({})).toBe('holds');
});

it('catches events that do not give the state, and a record that owes nothing while it is open', () => {
  expect(broken({ after: { ...state, round: 7 } as CaseState })).toBe('the events give the stored state');
  const events = change.events.filter(({ type }) => type !== 'obligation-opened');
  const after = { ...state, seq: events.length, obligations: {} };
  expect(broken({ after, events })).toBe('an open record has a next obligation');
});

it('catches a log that gives another state than the one that was reached', () => {
  expect(() => {
    checkLog(change.ref, change.events, state);
  }).not.toThrow();
  expect(() => {
    checkLog(change.ref, change.events.slice(0, -1), state);
  }).toThrow('the log gives the stored state');
});

it('catches what was left due by the clock', () => {
  const clock: Actor = { kind: 'clock' };
  expect(broken({}, { actor: clock })).toBe('holds');
  expect(broken({}, { actor: clock, nowMs: Number.MAX_SAFE_INTEGER })).toBe('after enforce nothing is due');
});

it('[R63] catches a word to anybody who is no agency of the town', () => {
  const notice = { key: 'x', kind: 'reminder', recipient: { agency: state.persons[0]?.id ?? '', to: 'desk' } } as const;
  expect(broken({ notices: [notice] })).toBe('only agencies are told, never anybody of a household');
});

it('[R10] catches an illegal jump', () => {
  const jump = { type: 'case-closed', v: 1, on: '2026-04-02' };
  const settled = Object.keys(state.obligations).map((key) => ({
    type: 'obligation-settled',
    v: 1,
    key,
    on: '2026-04-02',
  }));
  const events = [jump, ...settled];
  const after = {
    ...state,
    stage: 'closed',
    passed: [...state.passed, state.stage],
    closedReason: 'followedUp',
    obligations: {},
    seq: state.seq + events.length,
  } as CaseState;
  const parts = { ...after.parts, stage: (after.parts['stage'] ?? 0) + 1 };
  expect(broken({ before: state, after: { ...after, parts }, events })).toBe(
    'intake to closed by case-closed is a legal move',
  );
});

it('[R3] catches somebody on a 重層的支援会議 who did not consent', () => {
  const placed = {
    type: 'placed-on-sitting',
    v: 3,
    itemId: 'item',
    sittingId: 'sitting',
    kind: 'planMeeting',
    legalBasis: 'guideline',
    purpose: 'informationSharing',
    personIds: [state.persons[0]?.id ?? ''],
    agencies: [],
    seats: [],
    heldOn: '2026-05-01',
    on: '2026-04-02',
    track: null,
    ontoTrack: [],
  };
  const after = committed.fold([...change.events, placed]);
  expect(broken({ before: state, after, events: [placed] })).toBe('a 重層的支援会議 takes only those who consent');
});
