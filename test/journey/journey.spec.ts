import { expect, it } from '@jest/globals';
import { calendarOf, profileOf, rulesOf } from '#libs/profiles';
import { SimulatedWorld } from '#libs/simulator';
import type { SittingState } from '#libs/domain';
import { playJourney } from './journey.ts';
import type { JourneyStage } from './journey-stage.ts';

const firstDay = '2026-04-02';
const profile = profileOf('higashiagatsuma', { demo: true });
const calendar = calendarOf(profile, firstDay);
const rules = rulesOf(profile, firstDay);

function onSimulator(): { readonly world: SimulatedWorld; readonly stage: JourneyStage } {
  const world = new SimulatedWorld({
    municipality: rules.municipality,
    rules,
    calendar,
    startMs: calendar.opensAtMs(firstDay),
  });
  const stage: JourneyStage = {
    rules,
    calendar,
    firstDay,
    passTo: async (atMs) => world.advanceTo(atMs),
    order: async (ref, command, actor) => world.order(ref, command, actor),
    stateOf: (ref) => world.stateOf(ref),
  };
  return { world, stage };
}

it('[R3] [R9] [R12] [R13] leads a case from 相談受付 to 閉, with nothing owed and no live date at the end', async () => {
  const { world, stage } = onSimulator();
  const journey = await playJourney(stage);
  expect(journey.sonRefused).toBe('consent.required');
  expect(world.openRecords()).toEqual([]);
  expect(world.standingOf(journey.kase)).toMatchObject({ closed: true, stage: 'closed', nextDueAtMs: null });
  expect(journey.sittings.map((ref) => (world.stateOf(ref) as SittingState).stage)).toEqual([
    'closed',
    'closed',
    'closed',
  ]);
});

it('[R32] asks again only those who did not answer', async () => {
  const { world, stage } = onSimulator();
  const { sittings } = await playJourney(stage);
  const told = (nth: number, kind: string): readonly string[] =>
    world.notices.flatMap(({ ref, notice }) =>
      ref.id === sittings[nth]?.id && notice.kind === kind ? [notice.recipient.agency] : [],
    );
  expect(told(0, 'invitation').toSorted()).toEqual(['hoken', 'houkatsu', 'ken', 'kikan', 'shakyo']);
  expect(told(0, 'reply-reminder').toSorted()).toEqual(['hoken', 'shakyo']);
});

it('asks for the つなぎ again twice, tells the superior, and counts the silence as nothing else', async () => {
  const { world, stage } = onSimulator();
  const { kase } = await playJourney(stage);
  const ladder = world.notices
    .filter(({ ref, notice }) => ref.id === kase.id && notice.obligationKind === 'handoff-answer')
    .map(({ notice }) => [notice.kind, notice.recipient.agency, notice.recipient.to]);
  expect(ladder).toEqual([
    ['reminder', 'kikan', 'desk'],
    ['reminder', 'kikan', 'desk'],
    ['escalation', 'kikan', 'head'],
  ]);
});
