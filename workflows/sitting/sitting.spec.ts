import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SittingStanding } from '#libs/contracts';
import { expectedCourse, play } from '../../libs/temporal/src/testing/scenario.ts';
import { newSitting, sittingEffects, sittingScenarios } from '../../libs/temporal/src/testing/sitting-script.ts';
import { followSitting } from './sitting.ts';

it.each(sittingScenarios)('$title', async (scenario) => {
  const expected = expectedCourse(scenario, (gives) => gives.includes('close-sitting'));
  expect(await play(scenario, sittingEffects, followSitting)).toEqual(expected);
});

const count = fc.nat({ max: 2 });
const flag = fc.boolean();
const anySitting: fc.Arbitrary<SittingStanding> = fc.record({
  seq: fc.constant(1),
  closed: fc.constant(false),
  nextDueAtMs: fc.constant(null),
  stage: fc.constant('any'),
  called: flag,
  uncalled: count,
  phoneTasksMissing: count,
  requiredAbsent: count,
  requiredAbsenceTold: flag,
  held: flag,
  cancelled: flag,
  itemsWithoutDisposition: count,
});

it('never spins and never ends early, wherever a sitting stands and whatever happens to it', async () => {
  await fc.assert(
    fc.asyncProperty(
      anySitting,
      fc.array(
        anySitting.map((move) => ({ move })),
        { maxLength: 4 },
      ),
      async (start, steps) => {
        const course = await play({ title: '', start, steps }, sittingEffects, followSitting);
        expect(course.ended).toBe(course.gave.flat().includes('close-sitting'));
      },
    ),
  );
});

it('is a short run when it is started after the sitting was closed', async () => {
  const start = { ...newSitting, closed: true };
  expect(await play({ title: '', start, steps: [] }, sittingEffects, followSitting)).toEqual({
    gave: [[]],
    ended: true,
  });
});
