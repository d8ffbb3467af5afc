import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CaseStanding } from '#libs/contracts';
import { bundleRecordWorkflows } from '../../libs/temporal/src/testing/bundle.ts';
import { caseEffects, newCase } from '../../libs/temporal/src/testing/case-script.ts';
import { LiveRecord } from '../../libs/temporal/src/testing/live-record.ts';
import { TimeSkipping } from '../../libs/temporal/src/testing/time-skipping.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

jest.setTimeout(60_000);

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

const aCase = (): LiveRecord<CaseStanding> => {
  const id = `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`;
  return new LiveRecord(server, { kind: 'support-case', municipality: 'demo', id }, newCase, caseEffects);
};

describe("a Temporal clock that differs from the database's", () => {
  it('seven days behind: a nudge that says that a date has come has it taken at once, and the next one as well', async () => {
    const kase = aCase();
    const beginMs = await server.nowMs();
    const ladder = [beginMs + 6 * dayMs, beginMs + 9 * dayMs];
    kase.record.schedule(ladder);
    await kase.run(async () => {
      await kase.nudge();
      kase.databaseNowMs = beginMs + 7 * dayMs;
      await kase.nudge();
      expect(kase.record.taken).toEqual([]);
      await kase.nudge({ ...kase.record.standing, isDue: true });
      expect(kase.record.taken).toEqual([ladder[0]]);
      expect(kase.record.enforcements).toBe(1);
      kase.databaseNowMs = beginMs + 9 * dayMs;
      await kase.nudge({ ...kase.record.standing, isDue: true });
      expect(kase.record.taken).toEqual(ladder);
    });
    expect(server.alarms()).toEqual([]);
    expect(kase.record.enforcements).toBe(2);
  });

  it('behind, and a workflow that starts only now: it takes what the start says is due', async () => {
    const kase = aCase();
    const beginMs = await server.nowMs();
    kase.record.schedule([beginMs + 6 * dayMs]);
    kase.databaseNowMs = beginMs + 7 * dayMs;
    await kase.run(async () => {
      await kase.nudge({ ...kase.record.standing, isDue: true });
    });
    expect(kase.record.taken).toEqual([beginMs + 6 * dayMs]);
  });

  it('a late nudge about a date that was taken meanwhile takes nothing', async () => {
    const kase = aCase();
    const beginMs = await server.nowMs();
    const late = kase.record.schedule([beginMs + 6 * dayMs, beginMs + 9 * dayMs]);
    await kase.run(async () => {
      kase.databaseNowMs = beginMs + 7 * dayMs;
      await kase.nudge({ ...late, isDue: true });
      await kase.nudge({ ...late, isDue: true });
      expect({ taken: kase.record.taken.length, enforced: kase.record.enforcements }).toEqual({
        taken: 1,
        enforced: 1,
      });
    });
  });

  it('a date that was said to have come and stays is tried again later, with an alarm, and never spins', async () => {
    const kase = aCase();
    const beginMs = await server.nowMs();
    kase.record.schedule([beginMs + 6 * dayMs]);
    kase.databaseNowMs = beginMs;
    await kase.run(async () => {
      await kase.nudge({ ...kase.record.standing, isDue: true });
      await kase.nudge({ ...kase.record.standing, isDue: true });
      expect(kase.record.enforcements).toBe(1);
      await server.pass(minuteMs / 2);
      await server.settled(kase.ref);
      expect(kase.record.enforcements).toBe(2);
    });
    expect(kase.raised).toContainEqual({
      kind: 'date-stuck',
      what: new Date(beginMs + 6 * dayMs).toISOString(),
      code: null,
    });
  });

  it('ahead: nothing is taken early', async () => {
    const kase = aCase();
    const beginMs = await server.nowMs();
    kase.record.schedule([beginMs + 2 * dayMs]);
    await kase.run(async () => {
      await kase.nudge();
      kase.databaseNowMs = beginMs;
      await server.pass(4 * dayMs);
      await server.settled(kase.ref);
      expect(kase.record.taken).toEqual([]);
      kase.databaseNowMs = beginMs + 2 * dayMs;
      await server.pass(15 * minuteMs);
      await server.settled(kase.ref);
      expect(kase.record.taken).toEqual([beginMs + 2 * dayMs]);
    });
  });
});
