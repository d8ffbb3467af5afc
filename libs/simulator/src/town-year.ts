import { addDays, fiscalYearEnd, fiscalYearStart, fiscalYearText, type IsoDate } from '#libs/calendar';
import type { RecordKind, RecordRef } from '#libs/contracts';
import { bodyOf, ordinalsOf, type KeptState, type StateOf } from '#libs/domain';
import { calendarOf, profileOf, rulesOf, targetsOf } from '#libs/profiles';
import { withdrawalsToday } from './consent-work.ts';
import { newHousehold } from './households.ts';
import { actorAt } from './members.ts';
import { seededRandom } from './seeded-random.ts';
import { SimulatedWorld } from './simulated-world.ts';
import { StallLedger, type StallEpisode } from './stall-ledger.ts';
import { deedFor, type Deed, type Desk } from './town-people.ts';
import { toldBy } from './told-by-log.ts';

export interface YearOrder {
  /** Code of a municipality that has a profile. */
  readonly municipality: string;
  readonly seed: number;
  /** The year in which the 年度 begins; 2026 = 令和8年度 unless told otherwise. */
  readonly fiscalYear?: number;
}

export interface YearIndicator {
  readonly name: string;
  readonly unit: string;
  readonly target: number | string;
  readonly actual: number | undefined;
}

export interface YearReport {
  readonly municipalityName: string;
  readonly agencyNames: Readonly<Record<string, string>>;
  readonly year: string;
  readonly seed: number;
  readonly indicators: readonly YearIndicator[];
  readonly stalls: readonly StallEpisode[];
  /** `carried`: open since the year before when this one begins. */
  readonly cases: Readonly<
    Record<'carried' | 'opened' | 'closed' | 'advised' | 'open' | 'single' | 'withChildren', number>
  >;
  /** What persons said when they were asked, and took back. */
  readonly consents: Readonly<Record<'given' | 'refused' | 'withdrawn', number>>;
  /** 支援会議 that were held, the 案件 on them, and how many of them on another day than the one they were called for. */
  readonly supportMeetings: Readonly<Record<'held' | 'items' | 'late', number>>;
  readonly events: number;
  readonly notices: number;
  readonly orders: { readonly done: number; readonly refused: number };
}

/**
 * Lives through a 年度 of a municipality with the real domain and the real procedures: invented people who do what they owe sooner or
 * later, the town's own targets, every invariant checked at every commit. The 年度 before is lived through as well and not counted, so that
 * its open cases come along. The same seed gives the same year.
 * @throws BrokenInvariant when the design's promises do not hold; ProfileError when there is no such municipality.
 */
export async function runYear({ municipality, seed, fiscalYear = 2026 }: YearOrder): Promise<YearReport> {
  const firstDay = fiscalYearStart(fiscalYear);
  const profile = profileOf(municipality, { demo: true });
  const rules = rulesOf(profile, firstDay);
  const calendar = calendarOf(profile, firstDay);
  const targets = targetsOf(profile, fiscalYear);
  const warmUp = calendar.nextOpen(fiscalYearStart(fiscalYear - 1));
  const world = new SimulatedWorld({ municipality, rules, calendar, startMs: calendar.opensAtMs(warmUp) });
  const random = seededRandom(seed);
  let ids = 0;
  const desk: Desk = {
    world,
    random,
    newId: () => `00000000-0000-7000-8000-${(ids += 1).toString(16).padStart(12, '0')}`,
  };
  const aim = targets.find(({ counters }) => counters?.includes('coordinationIntake'));
  const intakes = [
    ...intakeDays(fiscalYear - 1, consultationsEach * numberOr(aim?.before, usualIntakes / 2), desk),
    ...intakeDays(fiscalYear, consultationsEach * numberOr(aim?.target, usualIntakes), desk),
  ];
  const orders = { done: 0, refused: 0 };
  const live = async (from: IsoDate, until: IsoDate, ended: () => void): Promise<void> => {
    for (let day = calendar.nextOpen(from); day <= until; day = calendar.nextOpen(addDays(day, 1))) {
      await world.advanceTo(calendar.opensAtMs(day) + hourMs);
      for (const deed of intakes.filter((on) => on === day).map(() => newCase(desk, municipality))) await say(deed);
      for (const ref of world.openRecords()) {
        for (const key of Object.keys(world.stateOf(ref).obligations)) {
          const obligation = world.stateOf(ref).obligations[key];
          const deed = obligation && deedFor(desk, ref, obligation);
          if (deed) await say(deed);
        }
      }
      for (const deed of withdrawalsToday(desk)) await say(deed);
      await world.advanceTo(calendar.closesAtMs(day));
      ended();
    }
  };
  async function say(deed: Deed): Promise<void> {
    const verdict = await world.order(deed.ref, deed.command, deed.actor);
    if (verdict.kind === 'changes') orders.done += 1;
    else orders.refused += 1;
  }

  await live(warmUp, addDays(firstDay, -1), () => undefined);
  const before = { ...orders, ...sizesOf(world), carried: world.openOf('support-case').length };
  const ledger = new StallLedger(world);
  await live(firstDay, fiscalYearEnd(fiscalYear), () => {
    ledger.look((ref) => numberOf(world, ref));
  });
  ledger.close();
  world.checkLogs();

  const log = world.log.slice(before.log);
  const counters = world.counters.slice(before.counters);
  return {
    municipalityName: rules.municipalityName,
    agencyNames: Object.fromEntries(rules.agencies.map(({ code, name }) => [code, name])),
    year: fiscalYearText(fiscalYear),
    seed,
    indicators: targets.map(({ name, unit, target, counters: names }) => ({
      name,
      unit,
      target,
      actual: names && counters.filter((one) => names.includes(one)).length,
    })),
    stalls: ledger.episodes,
    ...toldBy(log, { carried: before.carried, open: world.openOf('support-case').length }),
    events: log.length,
    notices: world.notices.length - before.notices,
    orders: { done: orders.done - before.done, refused: orders.refused - before.refused },
  };
}

const hourMs = 60 * 60 * 1000;
/** 相談受付 for each that comes on to the coordinating body: the others stay where they are. Assumed, not measured. */
const consultationsEach = 1.4;
/** What comes to the coordinating body in a 年度 where the plan has no number. */
const usualIntakes = 10;
const numberOr = (value: number | string | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

const sizesOf = ({
  log,
  counters,
  notices,
}: SimulatedWorld): Readonly<Record<'log' | 'counters' | 'notices', number>> => ({
  log: log.length,
  counters: counters.length,
  notices: notices.length,
});

/** About as many days as the plan expects intakes, spread over the first ten months so that there is something to follow. */
function intakeDays(fiscalYear: number, expected: number, { world, random }: Desk): readonly IsoDate[] {
  const { calendar } = world;
  const firstDay = fiscalYearStart(fiscalYear);
  const days = calendar.openDaysBetween(firstDay, `${fiscalYear + 1}-01-31`);
  const count = Math.max(1, Math.round(expected + (random.next() + random.next() + random.next() - 1.5) * 4));
  return Array.from({ length: count }, (_, nth) =>
    calendar.addOpenDays(firstDay, 1 + Math.floor(((nth + random.next()) * (days - 1)) / count)),
  );
}

function newCase(desk: Desk, municipality: string): Deed {
  const { rules, today } = desk.world;
  const [first, ...rest] = rules.intakePoints;
  if (!first) throw new Error('the profile has no intake point');
  const point = desk.random.pick([first, ...rest]);
  return {
    ref: { municipality, kind: 'support-case', id: desk.newId() },
    actor: actorAt(point.agency, rules),
    command: {
      type: 'open-case',
      receivedOn: today,
      point: point.code,
      version: 'withoutConsent',
      urgent: desk.random.chance(0.1),
      triedSchemes: [{ scheme: 'longTermCare', by: point.agency, outcome: 'notEnough' }],
      ...newHousehold(desk),
      storyText: desk.newId(),
      reporterText: null,
      contactRulesText: null,
    },
  };
}

/** What a record is called in the report. */
interface Named<S extends KeptState = KeptState> {
  nameOf(state: S, world: SimulatedWorld): string;
}
const names: { readonly [K in RecordKind]: Named<StateOf<K>> } = {
  'support-case': { nameOf: ({ caseNumber }) => caseNumber },
  sitting: {
    nameOf: ({ id, body }, world) =>
      `${bodyOf(world.rules, body)?.name ?? body} 第${String(ordinalsOf(world.everyOf('sitting'), world.today).get(id))}回`,
  },
};

function numberOf(world: SimulatedWorld, ref: RecordRef): string {
  const named: Named = names[ref.kind];
  return named.nameOf(world.stateOf(ref), world);
}
