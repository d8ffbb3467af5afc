import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseStanding, SittingStanding, Standing } from '#libs/contracts';
import type { Actor } from '#libs/domain';
import { FollowerInMemory, type Follower } from '#workflows/follow';
import { followSitting } from '#workflows/sitting';
import { followCase } from '#workflows/support-case';
import { caseEffects, newCase } from '../../../temporal/src/testing/case-script.ts';
import { ScriptedRecord, type Effect } from '../../../temporal/src/testing/scripted-record.ts';
import { newSitting, sittingEffects } from '../../../temporal/src/testing/sitting-script.ts';
import { needsNudge } from './nudge.ts';

const person: Actor = { kind: 'person', membershipId: 'm', agency: 'houkatsu', posts: ['staff'] };
const awaiting: CaseStanding = { ...newCase, screened: true, handoff: { ...newCase.handoff, state: 'awaiting' } };
const inSupport: CaseStanding = {
  ...awaiting,
  handoff: { state: 'accepted', answers: 1, declines: 0, expired: false },
  consented: true,
  assessment: { asked: true, missing: 0, finished: true },
  decision: { asked: true, drafted: true, decided: true },
};

describe('a person who changes a record sends no nudge', () => {
  it.each<[string, Standing, Standing]>([
    [
      'when one of several sheets comes in',
      { ...inSupport, assessment: { asked: true, missing: 3, finished: false } } as Standing,
      { ...inSupport, assessment: { asked: true, missing: 2, finished: false } } as Standing,
    ],
    ['when the つなぎ is sent that the ladder watches', { ...newCase, screened: true } as Standing, awaiting],
    [
      'when the first refusal leaves another try',
      awaiting,
      { ...awaiting, handoff: { ...awaiting.handoff, declines: 1 } } as Standing,
    ],
    [
      'when an accepted case is put on a 支援会議',
      inSupport,
      { ...inSupport, proposedForSupportMeeting: true } as Standing,
    ],
    [
      'when one of two follow-ups is done',
      { ...inSupport, ended: true } as Standing,
      { ...inSupport, ended: true, followUpsLeft: 1 } as Standing,
    ],
    [
      'when a sitting is held whose 案件 have no result yet',
      { ...newSitting, itemsWithoutDisposition: 1 } as Standing,
      { ...newSitting, held: true, itemsWithoutDisposition: 1 } as Standing,
    ],
  ])('%s', (_when, before, after) => {
    expect(needsNudge(before, { ...after, seq: before.seq + 1 }, person, true)).toBe(false);
  });
});

describe('a person who changes a record sends a nudge', () => {
  it.each<[string, Standing, Standing]>([
    [
      'when the last sheet comes in',
      { ...inSupport, assessment: { asked: true, missing: 1, finished: false } } as Standing,
      { ...inSupport, assessment: { asked: true, missing: 0, finished: false } } as Standing,
    ],
    [
      'when the last refusal sends the case to the chair',
      { ...awaiting, handoff: { ...awaiting.handoff, declines: 1 } } as Standing,
      { ...awaiting, handoff: { ...awaiting.handoff, declines: 2 } } as Standing,
    ],
    [
      'when the last follow-up is done',
      { ...inSupport, ended: true, followUpsLeft: 1 } as Standing,
      { ...inSupport, ended: true, followUpsLeft: 0 } as Standing,
    ],
    [
      'when the last 案件 of a held sitting gets its result',
      { ...newSitting, held: true, itemsWithoutDisposition: 1 } as Standing,
      { ...newSitting, held: true, itemsWithoutDisposition: 0 } as Standing,
    ],
  ])('%s', (_when, before, after) => {
    expect(needsNudge(before, { ...after, seq: before.seq + 1 }, person, true)).toBe(true);
  });
});

const flag = fc.boolean();
const count = fc.nat({ max: 3 });
const leaf = (value: unknown, key: string): fc.Arbitrary<unknown> => {
  if (key === 'state') return fc.constantFrom('none', 'awaiting', 'accepted', 'declined', 'advised');
  if (key === 'review') return fc.constantFrom('none', 'adequate', 'conditional', 'redo');
  if (typeof value === 'boolean') return flag;
  if (typeof value === 'number') return count;
  return fc.record(
    Object.fromEntries(Object.entries(value as object).map(([inner, given]) => [inner, leaf(given, inner)])),
  );
};
/** Any standing with the fields of `like`; open, without a date. */
const anyLike = <S extends Standing>(like: S): fc.Arbitrary<S> =>
  fc
    .record(Object.fromEntries(Object.entries(like).map(([key, value]) => [key, leaf(value ?? 0, key)])))
    .map((made) => ({ ...(made as unknown as S), seq: 1, closed: false, nextDueAtMs: null, stage: 'any' }));

/** One field of `other`, or one field within one, in place of the one of `standing`. */
function withOneOf<S extends Standing>(standing: S, other: S, pick: number): S {
  const places = Object.entries(standing)
    .filter(([key]) => !['seq', 'closed', 'nextDueAtMs', 'stage'].includes(key))
    .flatMap(([key, value]) =>
      typeof value === 'object' && value !== null ? Object.keys(value).map((inner) => [key, inner]) : [[key]],
    );
  const [key = '', inner] = places[pick % places.length] ?? [];
  const theirs: unknown = other[key as keyof S];
  if (inner === undefined) return { ...standing, [key]: theirs };
  return { ...standing, [key]: { ...standing[key as keyof S], [inner]: (theirs as Record<string, unknown>)[inner] } };
}

/** What the procedure does with a change that sent no nudge, had it heard of it: the commands it would have given. */
async function missed<S extends Standing>(
  { start, other, pick }: { start: S; other: S; pick: number },
  effects: Readonly<Record<string, Effect<S>>>,
  procedure: (record: Follower<S>) => Promise<void>,
): Promise<readonly string[] | undefined> {
  const record = new ScriptedRecord(start, effects);
  const follower = new FollowerInMemory(record.standing, (command) => record.command(command, command.type));
  void procedure(follower);
  await turn();
  const before = record.standing;
  const given = record.given.length;
  const { seq: _seq, closed: _closed, nextDueAtMs: _nextDueAtMs, ...change } = withOneOf(before, other, pick);
  const after = record.move(change as unknown as Parameters<typeof record.move>[0]);
  if (before.closed || needsNudge(before, after, person, true)) return undefined;
  follower.show(after);
  await turn();
  return record.given.slice(given).map(({ type }) => type);
}

describe('what sends no nudge gives a procedure nothing to do', () => {
  const cases = { start: anyLike(newCase), other: anyLike(newCase), pick: fc.nat() };
  const sittings = {
    start: anyLike<SittingStanding>(newSitting),
    other: anyLike<SittingStanding>(newSitting),
    pick: fc.nat(),
  };

  it('whatever changes in a case, wherever it stands', async () => {
    let silent = 0;
    await fc.assert(
      fc.asyncProperty(fc.record(cases), async (change) => {
        const gave = await missed(change, caseEffects, followCase);
        silent += gave === undefined ? 0 : 1;
        expect(gave ?? []).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    expect(silent).toBeGreaterThan(200);
  });

  it('whatever changes in a sitting, wherever it stands', async () => {
    let silent = 0;
    await fc.assert(
      fc.asyncProperty(fc.record(sittings), async (change) => {
        const gave = await missed(change, sittingEffects, followSitting);
        silent += gave === undefined ? 0 : 1;
        expect(gave ?? []).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
    expect(silent).toBeGreaterThan(100);
  });
});
