import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CaseStanding, SentStanding } from '#libs/contracts';
import { bundleRecordWorkflows } from '../../libs/temporal/src/testing/bundle.ts';
import { caseEffects, newCase } from '../../libs/temporal/src/testing/case-script.ts';
import { LiveRecord } from '../../libs/temporal/src/testing/live-record.ts';
import { TimeSkipping } from '../../libs/temporal/src/testing/time-skipping.ts';

const dayMs = 24 * 60 * 60_000;

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

function aCase(standing: CaseStanding = newCase): LiveRecord<CaseStanding> {
  const id = `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`;
  return new LiveRecord(server, { kind: 'support-case', municipality: 'demo', id }, standing, caseEffects);
}
const givenTo = (kase: LiveRecord<CaseStanding>): readonly string[] => kase.record.given.map(({ type }) => type);
const accepted = { screened: true, handoff: { state: 'accepted', answers: 1 } } as const;

describe('a database that was put back to a backup', () => {
  const backup: CaseStanding = { ...newCase, ...accepted, handoff: { ...newCase.handoff, ...accepted.handoff } };

  /** A case whose sheets were asked for after the backup was made. */
  const afterTheBackup = async (work: (kase: LiveRecord<CaseStanding>) => Promise<void>) => {
    const kase = aCase(backup);
    await kase.run(async () => {
      await kase.move({ consented: true });
      await kase.move({ withdrawals: { untold: 1 } });
      expect(givenTo(kase)).toEqual(['ask-for-sheets', 'tell-recipients-of-withdrawal']);
      kase.record.putBackTo({ ...backup, consented: true, seq: 2 });
      await work(kase);
    });
    return givenTo(kase).slice(2);
  };

  it('is believed when the standing says so, although its seq is lower, and what was undone is done again', async () => {
    const again = await afterTheBackup(async (kase) => {
      kase.epoch = 1_800_000_000;
      await kase.nudge();
      expect(kase.looks).toBe(0);
    });
    expect(again).toEqual(['ask-for-sheets']);
  });

  it('is found out by a nudge that tells of an earlier moment: the record is looked at, and believed', async () => {
    const again = await afterTheBackup(async (kase) => {
      await kase.nudge();
      expect(kase.looks).toBe(1);
    });
    expect(again).toEqual(['ask-for-sheets']);
    expect(server.alarms()).toEqual(['record-went-back']);
  });

  it('is found out when a date is taken', async () => {
    const again = await afterTheBackup(async (kase) => {
      const beginMs = await server.nowMs();
      kase.record.putBackTo({ ...backup, seq: 90 });
      kase.record.schedule([beginMs + dayMs]);
      await kase.nudge();
      kase.record.putBackTo({ ...backup, consented: true, seq: 2 });
      await server.pass(2 * dayMs);
      await server.settled(kase.ref);
    });
    expect(again).toEqual(['ask-for-sheets']);
  });

  it('is no thought of a nudge that is only late: the record is looked at and nothing changes', async () => {
    const kase = aCase(backup);
    await kase.run(async () => {
      const old = kase.record.standing;
      await kase.move({ consented: true });
      await kase.nudge(old);
      expect({ looks: kase.looks, given: givenTo(kase) }).toEqual({ looks: 1, given: ['ask-for-sheets'] });
    });
    expect(server.alarms()).toEqual([]);
  });
});

it('takes a standing of an older build that lacks fields, and goes on when it is shown whole', async () => {
  const kase = aCase();
  await kase.run(async () => {
    const { seq, closed, stage, screened } = kase.record.move({ screened: true });
    await server.nudge(kase.ref, { seq, closed, stage, screened, handoff: {} } as unknown as SentStanding);
    await server.settled(kase.ref);
    expect(givenTo(kase)).toEqual([]);
    await kase.move({ ...accepted, consented: true });
    expect(givenTo(kase)).toEqual(['ask-for-sheets']);
  });
});
