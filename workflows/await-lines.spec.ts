import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as contracts from '#libs/contracts';
import type { Standing } from '#libs/contracts';
import type { Follower } from '#workflows/follow';
import { awaitLines, load, readSources, without, type Sources } from '../libs/temporal/src/testing/await-lines.ts';
import { caseEffects, caseScenarios } from '../libs/temporal/src/testing/case-script.ts';
import { expectedCourse, play, type Scenario } from '../libs/temporal/src/testing/scenario.ts';
import type { Effect } from '../libs/temporal/src/testing/scripted-record.ts';
import { sittingEffects, sittingScenarios } from '../libs/temporal/src/testing/sitting-script.ts';

/** Which scenarios go otherwise than they should with these sources: a wrong command, a missing one, an end too early, or spinning. */
async function broken<S extends Standing>(
  sources: Sources,
  entry: { readonly file: string; readonly name: string; readonly closing: string },
  scenarios: readonly Scenario<S>[],
  effects: Readonly<Record<string, Effect<S>>>,
): Promise<readonly string[]> {
  const procedure = load(sources, entry.file, { '#libs/contracts': contracts })[entry.name] as (
    record: Follower<S>,
  ) => Promise<void>;
  const titles: string[] = [];
  for (const scenario of scenarios) {
    const expected = expectedCourse(scenario, (gives) => gives.includes(entry.closing));
    const course = await play(scenario, effects, procedure).catch((error: unknown) => error);
    if (JSON.stringify(course) !== JSON.stringify(expected)) titles.push(scenario.title);
  }
  return titles;
}

const kinds = [
  {
    folder: 'support-case',
    conditions: contracts.caseConditions,
    broken: async (sources: Sources) =>
      broken(
        sources,
        { file: './support-case.ts', name: 'followCase', closing: 'close-case' },
        caseScenarios,
        caseEffects,
      ),
  },
  {
    folder: 'sitting',
    conditions: contracts.sittingConditions,
    broken: async (sources: Sources) =>
      broken(
        sources,
        { file: './sitting.ts', name: 'followSitting', closing: 'close-sitting' },
        sittingScenarios,
        sittingEffects,
      ),
  },
];

describe.each(kinds)('the procedures of $folder', (kind) => {
  const sources = {
    ...readSources(join(import.meta.dirname, kind.folder)),
    '../follow/during.ts': readFileSync(join(import.meta.dirname, 'follow', 'during.ts'), 'utf8'),
  };
  const lines = Object.entries(sources).flatMap(([file, source]) => awaitLines(file, source));

  it('break no scenario as they are', async () => {
    expect(await kind.broken(sources)).toEqual([]);
  });

  it.each(Object.keys(kind.conditions))('wait for %s: no condition wakes a workflow for nothing', (condition) => {
    expect(Object.values(sources).filter((source) => new RegExp(`\\b${condition}\\b`, 'u').test(source))).not.toEqual(
      [],
    );
  });

  it.each(lines)('do less without $file:$line $text', async (line) => {
    expect(await kind.broken(without(sources, line))).not.toEqual([]);
  });
});
