import { addDays, addMonths } from '#libs/calendar';
import { v7 } from 'uuid';
import type { StoryTown } from './story-town.ts';
import { office, ToldCase } from './told-case.ts';

/** Agencies asked to join, month after month. */
const asked = ['kikan', 'shakyo', 'hoken', 'kodomo'] as const;
const monthsOfShortOnes = 2;

/** What {@link tellCases} told. */
export interface ToldCases {
  readonly long: ToldCase;
  readonly short: readonly ToldCase[];
}

/**
 * A case whose support has gone on since the clock's first day, and `count` of the last two months before `until`.
 * @throws when one of them is not in 支援中 at the end
 */
export async function tellCases(town: StoryTown, until: string, count: number): Promise<ToldCases> {
  const long = await tellLongCase(town, addMonths(until, -monthsOfShortOnes));
  const short = await tellShortCases(town, count);
  for (let month = 1; addMonths(town.today, 1) < until; month += 1) await aMonth(long, month);
  if ((await long.state()).stage === 'evaluation') await evaluation(long);
  for (const told of [long, ...short]) {
    const { stage } = await told.state();
    if (stage !== 'support' || town.today > until) throw new Error(`told up to ${town.today}: ${stage}`);
  }
  return { long, short };
}

/**
 * The case of a household whose support goes on until `until`: each month a モニタリング, three contacts with the son whom nobody has met and a つなぎ to
 * another agency; each evaluation with its 重層的支援会議, which goes on with the plan or, once a year, begins another one; once a year the
 * mother takes her consent back from one agency and gives it again.
 */
async function tellLongCase(town: StoryTown, until: string): Promise<ToldCase> {
  const told = new ToldCase(town);
  await told.open();
  await told.meet('supportMeeting', 'direction', 'outreach');
  await told.say('hoken', (write) => ({ type: 'record-pre-contact', on: town.today, text: write('pre-contact') }));
  await told.consent();
  await planAndDecide(told);
  for (let month = 1; town.today < until; month += 1) await aMonth(told, month);
  return told;
}

/** Cases at the beginning of their support. */
async function tellShortCases(town: StoryTown, count: number): Promise<readonly ToldCase[]> {
  const told = Array.from({ length: count }, () => new ToldCase(town));
  const called = [];
  for (const one of told) {
    await one.open();
    await one.consent();
    await one.plan();
    called.push({ one, meeting: await one.call('planMeeting', 'adequacyReview') });
  }
  for (const { one, meeting } of called) {
    await town.passTo(meeting.heldOn);
    await one.hold(meeting, 'adequate');
    await one.decide();
  }
  return told;
}

async function planAndDecide(told: ToldCase): Promise<void> {
  await told.plan();
  await told.meet('planMeeting', 'adequacyReview', 'adequate');
  await told.decide();
}

/** A month of the long case; an evaluation whose date has come is talked over first. */
async function aMonth(told: ToldCase, month: number): Promise<void> {
  const { town } = told;
  if ((await told.state()).stage === 'evaluation') await evaluation(told);
  const began = town.today;
  for (const day of [4, 11, 18]) {
    await town.passTo(addDays(began, day));
    await contact(told);
  }
  await handoff(told, month);
  if (month % 12 === 5) await consentTakenBack(told);
  await town.passTo(addMonths(began, 1));
  await told.say('houkatsu', (write) => ({
    type: 'record-monitoring',
    entryId: v7(),
    on: town.today,
    method: 'visit',
    text: write('monitoring'),
  }));
}

async function contact({ say, town }: ToldCase): Promise<void> {
  await say('hoken', (write) => ({
    type: 'record-contact',
    contactId: v7(),
    on: town.today,
    method: 'visit',
    result: 'notMet',
    nextContactOn: town.ahead(8),
    text: write('contact'),
  }));
}

/** Now and then somebody joins; mostly there is no room. */
async function handoff(told: ToldCase, month: number): Promise<void> {
  const to = asked[month % asked.length] ?? asked[0];
  const handoffId = await told.sendHandoff(to);
  await told.town.passDays(2);
  await told.say(to, (write) =>
    month % 10 === 0
      ? { type: 'accept-handoff', handoffId, answerText: write('answer') }
      : {
          type: 'decline-handoff',
          handoffId,
          reason: 'noCapacity',
          suggestion: 'otherAgency',
          answerText: write('answer'),
        },
  );
}

async function evaluation(told: ToldCase): Promise<void> {
  await told.evaluate();
  const { plans } = await told.state();
  const endsSoon = (plans.at(-1)?.endsOn ?? '') < addMonths(told.town.today, 4);
  await told.meet('planMeeting', 'evaluation', endsSoon ? 'replan' : 'continued');
  if (endsSoon) await planAndDecide(told);
}

async function consentTakenBack(told: ToldCase): Promise<void> {
  const withdrawalId = v7();
  const agency = 'hoken';
  await told.say('houkatsu', (write) => ({
    type: 'withdraw-consent',
    personId: told.mother,
    withdrawalId,
    on: told.town.today,
    agencies: [agency],
    method: 'oral',
    representative: null,
    reasonText: write('withdrawal-reason'),
  }));
  const { withdrawals } = await told.state();
  if (withdrawals.some((one) => one.id === withdrawalId && one.agencies.includes(agency)))
    await told.say(agency, () => ({ type: 'confirm-withdrawal', withdrawalId, agency }));
  await told.town.passDays(5);
  await told.say(office, () => ({ type: 'mark-urgent', urgent: true }));
  await told.consent();
  await told.say(office, () => ({ type: 'mark-urgent', urgent: false }));
}
