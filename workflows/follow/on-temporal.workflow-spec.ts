import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CaseStanding, RecordRef } from '#libs/contracts';
import { bundleRecordWorkflows } from '../../libs/temporal/src/testing/bundle.ts';
import { caseEffects, caseScenarios, newCase } from '../../libs/temporal/src/testing/case-script.ts';
import { LiveRecord, playOnTemporal } from '../../libs/temporal/src/testing/live-record.ts';
import { expectedCourse } from '../../libs/temporal/src/testing/scenario.ts';
import type { Effect } from '../../libs/temporal/src/testing/scripted-record.ts';
import { newSitting, sittingEffects, sittingScenarios } from '../../libs/temporal/src/testing/sitting-script.ts';
import { TimeSkipping } from '../../libs/temporal/src/testing/time-skipping.ts';
import { historyOf } from '../../libs/temporal/src/testing/history.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

jest.setTimeout(20_000);

let server: TimeSkipping;
let made = 0;

beforeAll(async () => {
  server = await TimeSkipping.start(await bundleRecordWorkflows());
});
afterAll(async () => {
  await server.close();
});
beforeEach(() => {
  server.alarms();
});

const aRef = (kind: RecordRef['kind']): RecordRef => ({
  kind,
  municipality: 'demo',
  id: `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
});
const aCase = (
  standing: CaseStanding = newCase,
  effects: Readonly<Record<string, Effect<CaseStanding>>> = caseEffects,
): LiveRecord<CaseStanding> => new LiveRecord(server, aRef('support-case'), standing, effects);
const givenTo = (kase: LiveRecord<CaseStanding>): readonly string[] => kase.record.given.map(({ type }) => type);
const accepted = { screened: true, handoff: { state: 'accepted', answers: 1 } } as const;

describe('a workflow does on Temporal what its procedure does in memory', () => {
  it.each(caseScenarios)('$title', async (scenario) => {
    const kase = aCase(scenario.start);
    await kase.run(async () => {
      const course = await playOnTemporal(kase, scenario, async () => (await historyOf(kase)).isOver);
      expect(course).toEqual(expectedCourse(scenario, (gives) => gives.includes('close-case')));
    });
    expect(server.alarms()).toEqual([]);
  });

  it.each(sittingScenarios)('$title', async (scenario) => {
    const sitting = new LiveRecord(server, aRef('sitting'), newSitting, sittingEffects);
    sitting.record.move(scenario.start);
    await sitting.run(async () => {
      const course = await playOnTemporal(sitting, scenario, async () => (await historyOf(sitting)).isOver);
      expect(course).toEqual(expectedCourse(scenario, (gives) => gives.includes('close-sitting')));
    });
  });
});

describe('nudges', () => {
  it('may be lost: the next one tells everything', async () => {
    const kase = aCase();
    await kase.run(async () => {
      await kase.nudge();
      kase.record.move({ screened: true });
      kase.record.move({ handoff: { state: 'awaiting' } });
      kase.record.move({ handoff: { state: 'declined', answers: 2, declines: 2 } });
      await kase.nudge();
    });
    expect(givenTo(kase)).toEqual(['propose-for-support-meeting']);
  });

  it('may come twice and in any order: the newest standing is believed', async () => {
    const kase = aCase();
    await kase.run(async () => {
      const seen = [kase.record.standing, kase.record.move(accepted), kase.record.move({ consented: true })];
      await kase.nudge(seen[1]);
      await kase.nudge(seen[2]);
      await kase.nudge(seen[0]);
      await kase.nudge(seen[1]);
      await kase.nudge(seen[2]);
      expect(givenTo(kase)).toEqual(['ask-for-sheets']);
    });
  });

  it('after the end start a short run that does nothing', async () => {
    const kase = aCase({ ...newCase, ended: true, closed: true });
    await kase.run(async () => {
      await kase.nudge();
      const { isOver, length } = await historyOf(kase);
      expect({ isOver, given: givenTo(kase) }).toEqual({ isOver: true, given: [] });
      expect(length).toBeLessThanOrEqual(6);
    });
  });

  it('start the workflow of a record that has none, which catches up and takes what is overdue', async () => {
    const kase = aCase();
    kase.record.move({ ...accepted, consented: true });
    kase.record.schedule([(await server.nowMs()) - 3 * dayMs]);
    await kase.run(async () => {
      await kase.nudge();
    });
    expect(givenTo(kase)).toEqual(['ask-for-sheets']);
    expect(kase.record.taken).toHaveLength(1);
  });
});

describe('dates', () => {
  it('are taken one after the other when they have come, each by one wake', async () => {
    const kase = aCase();
    const beginMs = await server.nowMs();
    const ladder = [3, 7, 8, 30].map((days) => beginMs + days * dayMs);
    kase.record.schedule(ladder);
    await kase.run(async () => {
      await kase.nudge();
      const before = await historyOf(kase);
      await server.pass(31 * dayMs);
      await server.settled(kase.ref);
      expect(kase.record.taken).toEqual(ladder);
      expect(kase.record.enforcements).toBe(4);
      expect((await historyOf(kase)).length - before.length).toBeLessThanOrEqual(4 * 6);
    });
    expect(server.alarms()).toEqual([]);
  });

  it('that move earlier are armed anew', async () => {
    const kase = aCase();
    const beginMs = await server.nowMs();
    kase.record.schedule([beginMs + 30 * dayMs]);
    await kase.run(async () => {
      await kase.nudge();
      kase.record.schedule([beginMs + 2 * dayMs]);
      await kase.nudge();
      await server.pass(3 * dayMs);
      await server.settled(kase.ref);
      expect(kase.record.taken).toEqual([beginMs + 2 * dayMs]);
    });
  });

  it('that move later wake it at the old one, where it looks and sleeps on', async () => {
    const kase = aCase();
    const beginMs = await server.nowMs();
    kase.record.schedule([beginMs + 2 * dayMs]);
    await kase.run(async () => {
      await kase.nudge();
      kase.record.schedule([beginMs + 9 * dayMs]);
      await server.pass(5 * dayMs);
      await server.settled(kase.ref);
      expect({ taken: kase.record.taken, looks: kase.record.enforcements }).toEqual({ taken: [], looks: 1 });
      await server.pass(5 * dayMs);
      await server.settled(kase.ref);
      expect({ taken: kase.record.taken, looks: kase.record.enforcements }).toEqual({
        taken: [beginMs + 9 * dayMs],
        looks: 2,
      });
    });
  });

  it('at the epoch are dates: nothing takes 0 for no date', async () => {
    const kase = aCase();
    kase.record.schedule([0]);
    await kase.run(async () => {
      await kase.nudge();
    });
    expect(kase.record.taken).toEqual([0]);
  });

  it('that stay due by a database clock that lags are tried again later and later, with an alarm', async () => {
    const kase = aCase();
    const beginMs = await server.nowMs();
    kase.record.schedule([beginMs + dayMs]);
    await kase.run(async () => {
      await kase.nudge();
      kase.databaseNowMs = beginMs;
      await server.pass(dayMs + 60 * minuteMs);
      await server.settled(kase.ref);
      expect(kase.record.enforcements).toBeGreaterThanOrEqual(5);
      // 30 s, 1, 2, 4, 8, 15, 15, 15 minutes
      expect(kase.record.enforcements).toBeLessThanOrEqual(9);
      expect(server.alarms()).toContain('date-stuck');
      kase.databaseNowMs = undefined;
      await server.pass(15 * minuteMs);
      await server.settled(kase.ref);
      expect(kase.record.taken).toEqual([beginMs + dayMs]);
    });
  });
});

describe('a database that is away for half a minute', () => {
  it('leaves the history flat, and the command is given when it is back', async () => {
    const kase = aCase();
    await kase.run(async () => {
      await kase.nudge();
      const before = await historyOf(kase);
      kase.awayUntilMs = (await server.nowMs()) + minuteMs / 2;
      kase.record.move({ ...accepted, consented: true });
      await server.nudge(kase.ref, { ...kase.record.standing, epoch: 0 });
      await server.pass(10 * minuteMs);
      await server.settled(kase.ref);
      expect(givenTo(kase)).toEqual(['ask-for-sheets']);
      expect(kase.attempts).toBeGreaterThan(5);
      expect((await historyOf(kase)).length - before.length).toBeLessThanOrEqual(16);
    });
  });

  it('delays a date and loses none', async () => {
    const kase = aCase();
    const beginMs = await server.nowMs();
    const ladder = [beginMs + dayMs, beginMs + dayMs + 10_000, beginMs + 2 * dayMs];
    kase.record.schedule(ladder);
    await kase.run(async () => {
      await kase.nudge();
      kase.awayUntilMs = beginMs + dayMs + minuteMs / 2;
      await server.pass(3 * dayMs);
      await server.settled(kase.ref);
      expect(kase.record.taken).toEqual(ladder);
    });
  });
});

it('begins a new run when the history is long, and loses neither news nor date', async () => {
  const kase = aCase({ ...newCase, screened: true });
  const beginMs = await server.nowMs();
  kase.record.schedule([beginMs + dayMs]);
  await kase.run(async () => {
    await kase.nudge();
    const first = (await historyOf(kase)).runId;
    for (let answers = 1; answers <= 80; answers += 1) await kase.move({ handoff: { state: 'awaiting', answers } });
    await kase.move({ handoff: { state: 'accepted', answers: 81 }, consented: true });
    const now = await historyOf(kase);
    expect(now.runId).not.toBe(first);
    expect(now.isOver).toBe(false);
    expect(givenTo(kase)).toEqual(['ask-for-sheets']);
    await server.pass(2 * dayMs);
    await server.settled(kase.ref);
    expect(kase.record.taken).toEqual([beginMs + dayMs]);
  });
});
