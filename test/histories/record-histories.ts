// Records the histories that replay tests replay, by playing stories on the time-skipping server:
//   TSUNAGI_TEST_SERVER=<path> node --conditions=tsunagi:source test/histories/record-histories.ts
// Run it after a change that is released with "restart workflows from the log"; a compatible change keeps the old ones.
import { join } from 'node:path';
import type { CaseStanding, SittingStanding } from '#libs/contracts';
import { caseEffects, caseScenarios, newCase } from '../../libs/temporal/src/testing/case-script.ts';
import type { LiveRecord } from '../../libs/temporal/src/testing/live-record.ts';
import { forgetHistories, recordHistory, type Story } from '../../libs/temporal/src/testing/recorded-histories.ts';
import type { Scenario } from '../../libs/temporal/src/testing/scenario.ts';
import { newSitting, sittingEffects, sittingScenarios } from '../../libs/temporal/src/testing/sitting-script.ts';
import { TimeSkipping } from '../../libs/temporal/src/testing/time-skipping.ts';
import { bundleRecordWorkflows } from '../../libs/temporal/src/testing/bundle.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const accepted = { screened: true, handoff: { state: 'accepted', answers: 1 } } as const;

/** The steps of a scenario, a day apart, with a date of the record between each two. */
const dayByDay =
  <S extends CaseStanding | SittingStanding>({ steps }: Scenario<S>) =>
  async (live: LiveRecord<S>): Promise<void> => {
    for (const { move } of steps) {
      live.record.schedule([(await live.server.nowMs()) + dayMs / 2]);
      await live.nudge();
      await live.server.pass(dayMs);
      await live.move(move);
    }
  };

const told = (requirement: string): Scenario<CaseStanding> => {
  const found = caseScenarios.find(({ title }) => title.startsWith(requirement));
  if (!found) throw new Error(`no scenario for ${requirement}`);
  return found;
};
const played = (name: string, scenario: Scenario<CaseStanding>): Story<CaseStanding> => ({
  name,
  start: scenario.start,
  effects: caseEffects,
  happens: dayByDay(scenario),
});

const cases: readonly Story<CaseStanding>[] = [
  played('closed-after-follow-up', told('[R10] carries')),
  played('proposed-after-refusals-and-silence', told('[R12] puts')),
  played('reviewed-on-condition-and-anew', told('[R45]')),
  played('consent-withdrawn', told('[R7]')),
  played('planned-anew', told('[R10] begins')),
  played('ended-on-support-meeting-track', told('[R15]')),
  { name: 'started-after-the-end', start: { ...newCase, ended: true, closed: true }, effects: caseEffects, happens: async () => Promise.resolve() },
  {
    name: 'database-away',
    start: newCase,
    effects: caseEffects,
    happens: async (live) => {
      live.awayUntilMs = (await live.server.nowMs()) + minuteMs / 2;
      live.record.move({ ...accepted, consented: true });
      await live.server.nudge(live.ref, { ...live.record.standing, epoch: live.epoch });
      await live.server.pass(10 * minuteMs);
    },
  },
  {
    name: 'refused-for-a-reason',
    start: newCase,
    effects: { ...caseEffects, 'ask-for-sheets': () => 'plan.consent-missing' },
    happens: async (live) => {
      await live.move({ ...accepted, consented: true });
      await live.move({ withdrawals: { untold: 1 } });
    },
  },
  ...(['first', 'newest'] as const).map(
    (run): Story<CaseStanding> => ({
      name: run === 'first' ? 'grown-long' : 'continued-from-a-long-one',
      start: { ...newCase, screened: true },
      effects: caseEffects,
      run,
      happens: async (live) => {
        live.record.schedule([(await live.server.nowMs()) + dayMs]);
        for (let answers = 1; answers <= 75; answers += 1) await live.move({ handoff: { state: 'awaiting', answers } });
        await live.server.pass(2 * dayMs);
        await live.move({ handoff: { state: 'accepted', answers: 76 }, consented: true });
      },
    }),
  ),
];

const sittings: readonly Story<SittingStanding>[] = sittingScenarios.map((scenario) => ({
  name: scenario.title.startsWith('invites') ? 'closed-with-all-results' : scenario.title.includes('[R32]') ? 'phoned-and-required-absent' : 'cancelled',
  start: scenario.start,
  effects: sittingEffects,
  happens: dayByDay(scenario),
}));

async function withServer(workflowsPath: string | undefined, work: (server: TimeSkipping) => Promise<void>): Promise<void> {
  const server = await TimeSkipping.start(await bundleRecordWorkflows(workflowsPath));
  try {
    await work(server);
  } finally {
    await server.close();
  }
}

await withServer(undefined, async (server) => {
  forgetHistories('support-case');
  forgetHistories('sitting');
  for (const story of cases) await recordHistory(server, 'support-case', story);
  for (const story of sittings) await recordHistory(server, 'sitting', story);
});
await withServer(join(import.meta.dirname, 'incompatible-version.ts'), async (server) => {
  await recordHistory(server, 'support-case', { ...played('incompatible-waiting-a-day-first', told('[R12] shares')), start: newCase });
  await recordHistory(server, 'sitting', { name: 'incompatible-waiting-a-day-first', start: newSitting, effects: sittingEffects, happens: async (live) => live.server.pass(2 * dayMs) });
});
