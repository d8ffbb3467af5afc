import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { RecordKind, Standing } from '#libs/contracts';
import type { Actor } from '#libs/domain';
import { FollowerInMemory, type Follower } from '#workflows/follow';
import { followSitting } from '#workflows/sitting';
import { followCase } from '#workflows/support-case';
import { caseEffects, caseScenarios } from '../../../temporal/src/testing/case-script.ts';
import { ScriptedRecord, type Change, type Effect } from '../../../temporal/src/testing/scripted-record.ts';
import { sittingEffects, sittingScenarios } from '../../../temporal/src/testing/sitting-script.ts';
import type { Scenario } from '../../../temporal/src/testing/scenario.ts';
import { needsNudge } from './nudge.ts';

const person: Actor = { kind: 'person', membershipId: 'm', agency: 'houkatsu', posts: ['staff'] };
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
  kind: RecordKind,
  scenarios: readonly Scenario<S>[],
  effects: Effects<S>,
  procedure: Procedure<S>,
): Promise<{ readonly silent: number; readonly missed: readonly unknown[] }> {
  const ref = { municipality: 'demo', kind, id: 'r' };
  const wrong: unknown[] = [];
  let silent = 0;
  for (const start of await standingsIn(scenarios, effects, procedure)) {
    for (const change of changesOf(start)) {
      const { record, follower } = await following(start, effects, procedure);
      const before = record.standing;
      const given = record.given.length;
      const after = record.move(change);
      if (before.closed || needsNudge(ref, before, after, { ref, actor: person, command: { type: 'any' } })) continue;
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
    const tried = await missed('support-case', caseScenarios, caseEffects, followCase);
    expect(tried.missed).toEqual([]);
    expect(tried.silent).toBeGreaterThan(500);
  });

  it('whichever field of a sitting changes, at every standing of the scenarios', async () => {
    const tried = await missed('sitting', sittingScenarios, sittingEffects, followSitting);
    expect(tried.missed).toEqual([]);
    expect(tried.silent).toBeGreaterThan(50);
  });
});
