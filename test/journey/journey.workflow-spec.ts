import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addDays, dateOfMs } from '#libs/calendar';
import { workflowIdOf } from '#libs/contracts';
import { calendarOf, profileOf, rulesOf } from '#libs/profiles';
import { SimulatedWorld } from '#libs/simulator';
import { bundleRecordWorkflows, TimeSkipping } from '../../libs/temporal/src/testing/time-skipping.ts';
import { playJourney } from './journey.ts';
import { TemporalStage } from './on-temporal.ts';

// Real: domain, profile, calendar, workflows, worker, Temporal's time-skipping server. In memory: the records.

const profile = profileOf('higashiagatsuma', { demo: true });
let server: TimeSkipping;

beforeAll(async () => {
  server = await TimeSkipping.start(await bundleRecordWorkflows());
});
afterAll(async () => {
  await server.close();
});

it('leads a case from 相談受付 to 閉 on the real workflows, and the simulator gives the same log', async () => {
  const startMs = await server.nowMs();
  const rules = rulesOf(profile, dateOfMs(startMs));
  const calendar = calendarOf(profile, dateOfMs(startMs));
  const firstDay = calendar.nextOpen(addDays(dateOfMs(startMs), 1));
  const settings = { municipality: rules.municipality, rules, calendar, startMs };

  const temporal = new TemporalStage(server, settings, firstDay);
  const world = new SimulatedWorld(settings);
  await temporal.run(async () => {
    const journey = await playJourney(temporal.stage);
    for (const ref of [journey.kase, ...journey.sittings]) {
      const { status } = await server.environment.client.workflow.getHandle(workflowIdOf(ref)).describe();
      expect(status.name).toBe('COMPLETED');
    }
  });
  const journey = await playJourney({
    rules,
    calendar,
    firstDay,
    passTo: async (atMs) => world.advanceTo(atMs),
    order: async (ref, command, actor) => world.order(ref, command, actor),
    stateOf: (ref) => world.stateOf(ref),
  });

  expect(temporal.world.openRecords()).toEqual([]);
  expect(server.alarms()).toEqual([]);
  for (const ref of [journey.kase, ...journey.sittings]) {
    expect(temporal.world.eventsOf(ref).map(withoutInstant)).toEqual(world.eventsOf(ref).map(withoutInstant));
  }
});

/** The server's clock runs on while it works: the instant of an answer differs by milliseconds, everything else does not. */
const withoutInstant = (event: object): object => ({ ...event, ...('atMs' in event ? { atMs: 0 } : {}) });
