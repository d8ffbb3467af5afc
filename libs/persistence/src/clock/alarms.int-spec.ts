import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Alarm } from '#libs/contracts';
import { openDesk, openHousehold, type Desk, type Household } from '../testing/index.ts';
import { openAlarms, raiseAlarm, settleAlarm } from './alarms.ts';
import { healthFacts } from './health.ts';
import { searchAttributesAre, workflowsCounted } from './installation.ts';

// Real: PostgreSQL, executor, rules, roles.
describe('alarms', () => {
  let desk: Desk;
  let household: Household;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk.close();
  });
  beforeEach(async () => {
    household = await openHousehold(desk);
  });
  const refused: Alarm = { kind: 'command-refused', what: 'ask-for-sheets', code: 'plan.consent-missing' };
  const stuck: Alarm = { kind: 'date-stuck', what: '2026-06-10T01:00:00.000Z', code: null };
  const raise = async (alarm: Alarm): Promise<void> => raiseAlarm(desk.app, household.ref, alarm);
  const here = async () =>
    (await openAlarms(desk.clockRole))
      .filter(({ recordId }) => recordId === household.ref.id)
      .map(({ alarm, what, times }) => ({ alarm, what, times }));

  it('are one row each, however often they are raised, with since when and how often', async () => {
    for (let time = 0; time < 3; time += 1) await raise(refused);
    await raise(stuck);
    const [first] = await openAlarms(desk.clockRole);
    expect(first).toMatchObject({ kind: 'support-case', recordId: household.ref.id, code: 'plan.consent-missing' });
    expect(Date.parse(first!.since)).toBeLessThanOrEqual(Date.parse(first!.lastSeen));
    expect(await here()).toEqual([
      { alarm: 'command-refused', what: 'ask-for-sheets', times: 3 },
      { alarm: 'date-stuck', what: stuck.what, times: 1 },
    ]);
    expect(await healthFacts(desk.clockRole)).toMatchObject({ alarmCount: 2 });
  });

  it('stay when somebody changes something else, and go when a date, or a milestone moves', async () => {
    await raise(refused);
    await raise(stuck);
    await desk.done(household.ref, household.worker, { type: 'set-person-in-charge', membershipId: null });
    expect(await here()).toHaveLength(2);
    const reason = desk.text('引き継ぎます。');
    await desk.done(
      household.ref,
      household.worker,
      { type: 'screen-case', judgement: 'handOver', reasonText: reason.id },
      { texts: [reason] },
    );
    expect(await here()).toMatchObject([{ alarm: 'date-stuck' }]);
    desk.clock.setTo(Date.UTC(2026, 7, 10, 1));
    await desk.done(household.ref, { kind: 'clock' }, { type: 'enforce' });
    expect(await here()).toEqual([]);
  });

  it('of a command go when it is found needless, and no other', async () => {
    await raise(refused);
    await raise(stuck);
    await settleAlarm(desk.app, household.ref, 'ask-for-sheets');
    expect(await here()).toMatchObject([{ alarm: 'date-stuck' }]);
  });
});

describe('workflows', () => {
  it('that are fewer than the open records are counted as missing since then, until they are enough', async () => {
    const desk = await openDesk();
    for (let households = 0; households < 2; households += 1) await openHousehold(desk);
    expect(await healthFacts(desk.clockRole)).toMatchObject({
      openRecords: 2,
      runningWorkflows: null,
      shortSeconds: null,
    });
    await workflowsCounted(desk.clockRole, 1);
    const first = await healthFacts(desk.clockRole);
    expect(first).toMatchObject({ openRecords: 2, runningWorkflows: 1, shortSeconds: expect.any(Number) });
    await workflowsCounted(desk.clockRole, 1);
    expect((await healthFacts(desk.clockRole)).shortSeconds).toBeGreaterThan(first.shortSeconds!);
    await workflowsCounted(desk.clockRole, 2);
    expect(await healthFacts(desk.clockRole)).toMatchObject({ runningWorkflows: 2, shortSeconds: null });
    await desk.close();
  });
});

it('keeps since when Temporal does not know what workflows are found by, until it does', async () => {
  const desk = await openDesk();
  const seconds = async () => (await healthFacts(desk.clockRole)).unsearchableSeconds;
  await searchAttributesAre(desk.clockRole, true);
  expect(await seconds()).toBeNull();
  await searchAttributesAre(desk.clockRole, false);
  const first = await seconds();
  await searchAttributesAre(desk.clockRole, false);
  expect(await seconds()).toBeGreaterThan(first!);
  await searchAttributesAre(desk.clockRole, true);
  expect(await seconds()).toBeNull();
  await desk.close();
});
