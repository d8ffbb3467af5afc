import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { CaseStanding, Standing } from '#libs/contracts';
import type { Actor } from '#libs/domain';
import { FollowerInMemory, type Follower } from '#workflows/follow';
import { followSitting } from '#workflows/sitting';
import { followCase } from '#workflows/support-case';
import { caseEffects, caseScenarios, newCase } from '../../../temporal/src/testing/case-script.ts';
import { ScriptedRecord, type Change, type Effect } from '../../../temporal/src/testing/scripted-record.ts';
import { newSitting, sittingEffects, sittingScenarios } from '../../../temporal/src/testing/sitting-script.ts';
import type { Scenario } from '../../../temporal/src/testing/scenario.ts';
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
    ['when the case ends', inSupport, { ...inSupport, ended: true } as Standing],
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

/** Every value that a field can have, as far as a procedure could tell them apart. */
function valuesOf(key: string, value: unknown): readonly unknown[] {
  if (key === 'state') return ['none', 'awaiting', 'accepted', 'declined', 'advised'];
  if (key === 'review') return ['none', 'adequate', 'conditional', 'redo'];
  return typeof value === 'boolean' ? [true, false] : [0, 1, 2, 3];
}

const kept: ReadonlySet<string> = new Set(['seq', 'closed', 'nextDueAtMs', 'stage']);

/** Every change of one field of a standing, or of one field within one. */
const changesOf = <S extends Standing>(standing: S): readonly Change<S>[] =>
  Object.entries(standing)
    .filter(([key]) => !kept.has(key))
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([inner, deep]) =>
            valuesOf(inner, deep).map((one) => ({ [key]: { [inner]: one } })),
          )
        : valuesOf(key, value).map((one) => ({ [key]: one })),
    ) as unknown as readonly Change<S>[];

type Effects<S> = Readonly<Record<string, Effect<S>>>;
type Procedure<S extends Standing> = (record: Follower<S>) => Promise<void>;

/** A procedure at rest on a record that stands like `start`. */
async function following<S extends Standing>(
  start: S,
  effects: Effects<S>,
  procedure: Procedure<S>,
): Promise<{ readonly record: ScriptedRecord<S>; readonly follower: FollowerInMemory<S> }> {
  const record = new ScriptedRecord(start, effects);
  const follower = new FollowerInMemory(record.standing, (command, { seq }) =>
    record.command(command, `${command.type}/${seq}`),
  );
  void procedure(follower);
  await turn();
  return { record, follower };
}

/** Where the records of the scenarios stand after each of their steps, each standing once. */
async function standingsIn<S extends Standing>(
  scenarios: readonly Scenario<S>[],
  effects: Effects<S>,
  procedure: Procedure<S>,
): Promise<readonly S[]> {
  const standings = new Map<string, S>();
  const note = (standing: S): unknown => standings.set(JSON.stringify({ ...standing, seq: 0 }), standing);
  for (const { start, steps } of scenarios) {
    const { record, follower } = await following(start, effects, procedure);
    note(record.standing);
    for (const { move } of steps) {
      note(record.move(move));
      follower.show(record.standing);
      await turn();
      note(record.standing);
    }
  }
  return [...standings.values()].filter(({ closed }) => !closed);
}

/** Of every change at every standing that sends no nudge: the commands that the procedure would have given, had it heard of it. */
async function missed<S extends Standing>(
  scenarios: readonly Scenario<S>[],
  effects: Effects<S>,
  procedure: Procedure<S>,
): Promise<{ readonly silent: number; readonly missed: readonly unknown[] }> {
  const wrong: unknown[] = [];
  let silent = 0;
  for (const start of await standingsIn(scenarios, effects, procedure)) {
    for (const change of changesOf(start)) {
      const { record, follower } = await following(start, effects, procedure);
      const before = record.standing;
      const given = record.given.length;
      const after = record.move(change);
      if (before.closed || needsNudge(before, after, person, true)) continue;
      silent += 1;
      follower.show(after);
      await turn();
      if (record.given.length > given) wrong.push({ before, change, gave: record.given.slice(given) });
    }
  }
  return { silent, missed: wrong };
}

describe('what sends no nudge gives a procedure nothing to do', () => {
  it('whichever field of a case changes, at every standing of the scenarios', async () => {
    const tried = await missed(caseScenarios, caseEffects, followCase);
    expect(tried.missed).toEqual([]);
    expect(tried.silent).toBeGreaterThan(500);
  });

  it('whichever field of a sitting changes, at every standing of the scenarios', async () => {
    const tried = await missed(sittingScenarios, sittingEffects, followSitting);
    expect(tried.missed).toEqual([]);
    expect(tried.silent).toBeGreaterThan(50);
  });
});
