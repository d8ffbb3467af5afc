import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import {
  blankStandings,
  completed,
  newest,
  type CaseStanding,
  type RecordKind,
  type SittingStanding,
  type Standing,
} from '#libs/contracts';
import { caseScenarios, newCase } from '../libs/temporal/src/testing/case-script.ts';
import { newSitting, sittingScenarios } from '../libs/temporal/src/testing/sitting-script.ts';
import { FollowerInMemory } from './follow/in-memory.ts';
import { followSitting } from './sitting/sitting.ts';
import { followCase } from './support-case/support-case.ts';

type Json = Readonly<Record<string, unknown>>;

/** The standing without each of its fields, however deep, one at a time. */
function* withoutEach(standing: Json, path = ''): Generator<readonly [string, Json]> {
  for (const [key, value] of Object.entries(standing)) {
    yield [path + key, Object.fromEntries(Object.entries(standing).filter(([other]) => other !== key))];
    if (typeof value === 'object' && value !== null)
      for (const [deeper, part] of withoutEach(value as Json, `${path}${key}.`))
        yield [deeper, { ...standing, [key]: part }];
  }
}

const shape = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, part]) => [key, shape(part)]),
      )
    : '';

const kinds = [
  ['support-case', [newCase, ...caseScenarios.map(({ start }) => start)]],
  ['sitting', [newSitting, ...sittingScenarios.map(({ start }) => ({ ...newSitting, ...start }))]],
] as const;

/** Runs the procedures of a record from a standing, whatever it lacks. @returns the commands they gave, and what they threw */
const procedures: Readonly<Record<RecordKind, (record: FollowerInMemory<Standing>) => Promise<void>>> = {
  'support-case': async (record) => followCase(record as unknown as FollowerInMemory<CaseStanding>),
  sitting: async (record) => followSitting(record as unknown as FollowerInMemory<SittingStanding>),
};

async function followed(kind: RecordKind, standing: Standing) {
  const given: string[] = [];
  const failed: unknown[] = [];
  const record = new FollowerInMemory<Standing>(
    standing,
    ({ type }, decided) => {
      given.push(type);
      return { standing: decided, refused: 'already-so' };
    },
    (shown) => completed(kind, shown),
  );
  // the standing is one of its kind
  void procedures[kind](record).catch((error: unknown) => failed.push(error));
  await turn();
  return { given, failed };
}

describe.each(kinds)('a standing of a %s that an older build made', (kind, standings) => {
  it('is completed, whichever field it lacks, and keeps all it has', () => {
    for (const standing of standings) {
      for (const [field, older] of withoutEach(standing as unknown as Json)) {
        const whole = completed(kind, older as unknown as Standing);
        expect({ field, whole: shape(whole) }).toEqual({ field, whole: shape({ ...standing, epoch: 0 }) });
        expect(whole).toMatchObject(older);
      }
    }
  });

  it('lets no procedure throw, whichever field it lacks', async () => {
    for (const standing of standings) {
      for (const [field, older] of withoutEach(standing as unknown as Json)) {
        const { failed } = await followed(kind, older as unknown as Standing);
        expect({ field, failed }).toEqual({ field, failed: [] });
      }
    }
  });
});

it.each(['support-case', 'sitting'] as const)('of a %s of which nothing is known, nothing follows', async (kind) => {
  const { given, failed } = await followed(kind, blankStandings[kind]);
  expect({ given, failed }).toEqual({ given: [], failed: [] });
});

it('the higher epoch is believed, and within one the higher seq; the same is the same', () => {
  const at = (epoch: number, seq: number) => ({ ...newCase, epoch, seq });
  const known = at(5, 40);
  expect(newest(known, at(6, 38))).toEqual(at(6, 38));
  expect(newest(known, at(5, 41))).toEqual(at(5, 41));
  for (const older of [at(5, 39), at(4, 99), at(5, 40)]) expect(newest(known, older)).toBe(known);
});
