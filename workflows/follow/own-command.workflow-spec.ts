import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CaseStanding } from '#libs/contracts';
import { bundleRecordWorkflows } from '../../libs/temporal/src/testing/bundle.ts';
import { caseEffects, newCase } from '../../libs/temporal/src/testing/case-script.ts';
import { LiveRecord } from '../../libs/temporal/src/testing/live-record.ts';
import type { Effect } from '../../libs/temporal/src/testing/scripted-record.ts';
import { TimeSkipping } from '../../libs/temporal/src/testing/time-skipping.ts';

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

function aCase(
  standing: CaseStanding = newCase,
  effects: Readonly<Record<string, Effect<CaseStanding>>> = caseEffects,
): LiveRecord<CaseStanding> {
  const id = `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`;
  return new LiveRecord(server, { kind: 'support-case', municipality: 'demo', id }, standing, effects);
}
const givenTo = (kase: LiveRecord<CaseStanding>): readonly string[] => kase.record.given.map(({ type }) => type);
const accepted = { screened: true, handoff: { state: 'accepted', answers: 1 } } as const;

describe('its own command', () => {
  const monitored = { ...newCase, ...accepted, handoff: { ...newCase.handoff, ...accepted.handoff }, consented: true };

  it('refused as already so is an answer: no alarm, and it waits for something new', async () => {
    const kase = aCase(monitored, { ...caseEffects, 'ask-for-sheets': () => 'already-so' });
    await kase.run(async () => {
      await kase.nudge();
      await server.pass(dayMs);
    });
    expect(givenTo(kase)).toEqual(['ask-for-sheets']);
    expect(server.alarms()).toEqual([]);
  });

  it('refused for another reason is an alarm, and the case goes on with the next news', async () => {
    const kase = aCase(monitored, {
      ...caseEffects,
      'ask-for-sheets': (s) => (s.round === 0 ? 'plan.consent-missing' : { assessment: { asked: true, missing: 1 } }),
    });
    await kase.run(async () => {
      await kase.nudge();
      expect(server.alarms()).toEqual(['command-refused']);
      await kase.move({ withdrawals: { untold: 1 } });
      await kase.move({ round: 1 });
    });
    expect(givenTo(kase).filter((type) => type === 'tell-recipients-of-withdrawal')).toHaveLength(1);
    expect(kase.record.standing.assessment.asked).toBe(true);
  });

  it('refused for another reason is given again, later and later, until it is done, and then as often as anything new', async () => {
    let left = 3;
    const kase = aCase(monitored, {
      ...caseEffects,
      'ask-for-sheets': () => (left-- > 0 ? 'plan.consent-missing' : { assessment: { asked: true, missing: 1 } }),
    });
    await kase.run(async () => {
      await kase.nudge();
      expect(givenTo(kase)).toHaveLength(1);
      await server.pass(minuteMs / 2 + 1_000);
      await server.settled(kase.ref);
      expect(givenTo(kase)).toHaveLength(2);
      await server.pass(minuteMs / 2);
      await server.settled(kase.ref);
      expect(givenTo(kase)).toHaveLength(2);
      await server.pass(10 * minuteMs);
      await server.settled(kase.ref);
    });
    expect(givenTo(kase)).toEqual(Array.from({ length: 4 }, () => 'ask-for-sheets'));
    expect(kase.record.standing.assessment.asked).toBe(true);
    expect(kase.raised).toEqual(
      Array.from({ length: 3 }, () => ({
        kind: 'command-refused',
        what: 'ask-for-sheets',
        code: 'plan.consent-missing',
      })),
    );
  });

  it('that moves nothing is an alarm, and is not given again before something else has moved', async () => {
    const kase = aCase(monitored, { ...caseEffects, 'ask-for-sheets': () => ({}) });
    await kase.run(async () => {
      await kase.nudge();
      await server.pass(dayMs);
    });
    expect(givenTo(kase)).toEqual(['ask-for-sheets']);
    expect(kase.raised).toEqual([{ kind: 'command-fruitless', what: 'ask-for-sheets', code: null }]);
  });

  it('carries an id made of record, command and the standing it was decided on', async () => {
    const kase = aCase();
    await kase.run(async () => {
      await kase.move({ ...accepted, consented: true });
    });
    const { municipality, id } = kase.ref;
    expect(kase.record.given).toEqual([
      { type: 'ask-for-sheets', commandId: `support-case/${municipality}/${id}/ask-for-sheets/2` },
    ]);
  });
});
