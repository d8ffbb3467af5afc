import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseStanding } from '#libs/contracts';
import { caseEffects, caseScenarios, newCase } from '../../libs/temporal/src/testing/case-script.ts';
import { expectedCourse, play } from '../../libs/temporal/src/testing/scenario.ts';
import type { Effect } from '../../libs/temporal/src/testing/scripted-record.ts';
import { followCase } from './support-case.ts';

const closes = (gives: readonly string[]): boolean => gives.includes('close-case');

it.each(caseScenarios)('$title', async (scenario) => {
  expect(await play(scenario, caseEffects, followCase)).toEqual(expectedCourse(scenario, closes));
});

it.each(caseScenarios)('started late, at any step, it goes on as if it had been there: $title', async (scenario) => {
  for (let late = 1; late < scenario.steps.length; late += 1) {
    let start = scenario.start;
    // what happened before the start, commands of the lost workflow included
    await play({ ...scenario, steps: scenario.steps.slice(0, late) }, caseEffects, async (kase) => {
      await Promise.race([followCase(kase), kase.until((s) => ((start = s), false))]);
    });
    const rest = { ...scenario, start, steps: scenario.steps.slice(late) };
    expect(await play(rest, caseEffects, followCase)).toEqual(expectedCourse(rest, closes));
  }
});

const count = fc.nat({ max: 3 });
const flag = fc.boolean();
const anyCase: fc.Arbitrary<CaseStanding> = fc.record({
  seq: fc.constant(1),
  closed: fc.constant(false),
  nextDueAtMs: fc.constant(null),
  stage: fc.constant('any'),
  round: count,
  ended: flag,
  screened: flag,
  handoff: fc.record({
    state: fc.constantFrom('none', 'awaiting', 'accepted', 'declined', 'advised'),
    answers: count,
    declines: count,
    expired: flag,
  }),
  declinesBeforeMeeting: fc.constant(2),
  proposedForSupportMeeting: flag,
  consented: flag,
  assessment: fc.record({ asked: flag, missing: count, finished: flag }),
  planning: fc.record({
    applied: flag,
    reviewAsked: flag,
    reviewPlaced: flag,
    review: fc.constantFrom('none', 'adequate', 'conditional', 'redo'),
    reviews: count,
  }),
  decision: fc.record({ asked: flag, drafted: flag, decided: flag }),
  support: fc.record({
    rolesTold: flag,
    monitoringDue: flag,
    monitoringRounds: count,
    evaluationDue: flag,
    evaluating: flag,
    interrupted: flag,
  }),
  followUpsLeft: count,
  withdrawals: fc.record({ untold: count, unconfirmed: count }),
});
const steps = fc.array(
  anyCase.map((move) => ({ move })),
  { maxLength: 4 },
);

it('never spins and never ends early, wherever a case stands and whatever happens to it', async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, steps, async (start, moves) => {
      const course = await play({ title: '', start, steps: moves }, caseEffects, followCase);
      expect(course.ended).toBe(course.gave.flat().includes('close-case'));
    }),
  );
});

it('gives one command at each news at the most, when every command is refused or does nothing', async () => {
  const refusing =
    (code: string): Effect<CaseStanding> =>
    () =>
      code;
  const fruitless: Effect<CaseStanding> = () => ({});
  await fc.assert(
    fc.asyncProperty(
      anyCase,
      steps,
      fc.constantFrom(refusing('already-so'), refusing('plan.consent-missing'), fruitless),
      async (start, moves, effect) => {
        const effects = Object.fromEntries(Object.keys(caseEffects).map((type) => [type, effect]));
        const course = await play({ title: '', start, steps: moves }, effects, followCase);
        // the main line and the withdrawal: two lines, one command each
        expect(Math.max(...course.gave.map(({ length }) => length))).toBeLessThanOrEqual(2);
      },
    ),
  );
});

it('is a short run when it is started after the case was closed', async () => {
  const closed = { ...newCase, closed: true, ended: true };
  expect(await play({ title: '', start: closed, steps: [] }, caseEffects, followCase)).toEqual({
    gave: [[]],
    ended: true,
  });
});
