import { addDays, fiscalYearEnd, fiscalYearStart, fiscalYearText } from '#libs/calendar';
import type { RecordKind, RecordRef } from '#libs/contracts';
import { bodyOf, type KeptState, type MunicipalityRules, type StateOf } from '#libs/domain';
import { calendarOf, profileOf, rulesOf, targetsOf } from '#libs/profiles';
import { seededRandom } from './seeded-random.ts';
import { SimulatedWorld } from './simulated-world.ts';
import { StallLedger, type StallEpisode } from './stall-ledger.ts';
import { actorAt, deedFor, type Desk } from './town-people.ts';

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
  readonly cases: { readonly opened: number; readonly closed: number; readonly advised: number; readonly open: number };
  readonly events: number;
  readonly notices: number;
  readonly orders: { readonly done: number; readonly refused: number };
}

/**
 * Lives through a 年度 of a municipality with the real domain and the real procedures: invented people who do what they owe sooner or
 * later, the town's own targets, every invariant checked at every commit. The same seed gives the same year.
 * @throws BrokenInvariant when the design's promises do not hold; ProfileError when there is no such municipality.
 */
export async function runYear({ municipality, seed, fiscalYear = 2026 }: YearOrder): Promise<YearReport> {
  const firstDay = fiscalYearStart(fiscalYear);
  const profile = profileOf(municipality, { demo: true });
  const rules = rulesOf(profile, firstDay);
  const calendar = calendarOf(profile, firstDay);
  const targets = targetsOf(profile, fiscalYear);
  const random = seededRandom(seed);
  const world = new SimulatedWorld({
    municipality,
    rules,
    calendar,
    startMs: calendar.opensAtMs(calendar.nextOpen(firstDay)),
  });
  let ids = 0;
  const desk: Desk = {
    world,
    random,
    newId: () => `00000000-0000-7000-8000-${(ids += 1).toString(16).padStart(12, '0')}`,
  };
  const ledger = new StallLedger(world);
  const orders = { done: 0, refused: 0 };
  const intakes = intakeDays(
    firstDay,
    fiscalYear,
    // About every second 相談受付 of the town comes on to the coordinating body.
    2 * Number(targets.find(({ counters }) => counters?.includes('coordinationIntake'))?.target ?? 10),
    desk,
  );

  for (
    let day = calendar.nextOpen(firstDay);
    day <= fiscalYearEnd(fiscalYear);
    day = calendar.nextOpen(addDays(day, 1))
  ) {
    await world.advanceTo(calendar.opensAtMs(day) + 60 * 60 * 1000);
    const arrivals = intakes.filter((on) => on === day).map(() => newCase(desk, municipality));
    for (const arrival of arrivals) await say(arrival);
    for (const ref of world.openRecords()) {
      for (const key of Object.keys(world.stateOf(ref).obligations)) {
        const obligation = world.stateOf(ref).obligations[key];
        const deed = obligation && deedFor(desk, ref, obligation);
        if (deed) await say(deed);
      }
    }
    await world.advanceTo(calendar.closesAtMs(day));
    ledger.look((ref) => numberOf(world, ref));
  }
  ledger.close();

  async function say(deed: ReturnType<typeof newCase>): Promise<void> {
    const verdict = await world.order(deed.ref, deed.command, deed.actor);
    if (verdict.kind === 'changes') orders.done += 1;
    else orders.refused += 1;
  }

  const events = world.log.map(({ event }) => event.type);
  const times = (type: string): number => events.filter((one) => one === type).length;
  return {
    municipalityName: rules.municipalityName,
    agencyNames: Object.fromEntries(rules.agencies.map(({ code, name }) => [code, name])),
    year: fiscalYearText(fiscalYear),
    seed,
    indicators: targets.map(({ name, unit, target, counters: names }) => ({
      name,
      unit,
      target,
      actual: names && world.counters.filter((one) => names.includes(one)).length,
    })),
    stalls: ledger.episodes,
    cases: {
      opened: times('case-opened'),
      closed: times('case-closed'),
      advised: times('handoff-advised'),
      open: world.openOf('support-case').length,
    },
    events: world.log.length,
    notices: world.notices.length,
    orders,
  };
}

/** As many days as the plan expects intakes, spread over the first ten months so that there is something to follow. */
function intakeDays(firstDay: string, fiscalYear: number, count: number, desk: Desk): readonly string[] {
  const { calendar } = desk.world;
  const days = calendar.openDaysBetween(firstDay, `${fiscalYear + 1}-01-31`);
  return Array.from({ length: count }, (_, nth) =>
    calendar.addOpenDays(firstDay, 1 + Math.floor(((nth + desk.random.next()) * (days - 1)) / count)),
  );
}

function newCase(desk: Desk, municipality: string): NonNullable<ReturnType<typeof deedFor>> {
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
      concerns: ['withdrawal', 'care'],
      worstConcern: 'withdrawal',
      triedSchemes: [{ scheme: 'longTermCare', by: point.agency, outcome: 'notEnough' }],
      persons: [
        { id: desk.newId(), role: 'person', relation: 'self', birthYear: 1944, nameText: desk.newId() },
        { id: desk.newId(), role: 'householdMember', relation: 'child', birthYear: 1972, nameText: desk.newId() },
      ],
      storyText: desk.newId(),
      reporterText: null,
      contactRulesText: null,
    },
  };
}

/** What a record is called in the report. */
interface Named<S extends KeptState = KeptState> {
  nameOf(state: S, rules: MunicipalityRules): string;
}
const names: { readonly [K in RecordKind]: Named<StateOf<K>> } = {
  'support-case': { nameOf: ({ caseNumber }) => caseNumber },
  sitting: { nameOf: ({ body, ordinal }, rules) => `${bodyOf(rules, body)?.name ?? body} 第${ordinal}回` },
};

function numberOf(world: SimulatedWorld, ref: RecordRef): string {
  const named: Named = names[ref.kind];
  return named.nameOf(world.stateOf(ref), world.rules);
}
