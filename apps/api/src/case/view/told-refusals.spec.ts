import { describe, expect, it } from '@jest/globals';
import { definitionOf, type Actor, type CaseState } from '#libs/domain';
import * as say from '../../../../../libs/domain/src/testing/case-script.ts';
import { makeCase, place, type MadeCase } from '../../../../../libs/domain/src/testing/make-case.ts';
import { coordinator, person, worker } from '../../../../../libs/domain/src/testing/town-people.ts';
import { viewedBy } from '../../testing/viewed-cases.ts';
import { CaseReading } from './case-reading.ts';
import { toldRefusal } from './told-refusals.ts';

/** 基幹相談 came by a つなぎ that names both on a 根拠規定, and reads no consent. */
function household(): MadeCase {
  const made = makeCase({ stage: 'accepted' });
  const { desk, ref } = made;
  desk.done(ref, say.sendHandoff(desk, { handoffId: 'handoff-k', to: 'kikan', main: false }));
  desk.done(ref, { type: 'accept-handoff', handoffId: 'handoff-k', answerText: null }, person('kikan', 'staff'));
  return made;
}
const kikan = person('kikan', 'staff');

/** What is answered to this command, as far as its giver may know. */
function told({ desk, ref }: MadeCase, command: { readonly type: string }, actor: Actor): string {
  const state = desk.state(ref) as CaseState;
  const ctx = desk.context(actor);
  const refusal = definitionOf('support-case').refusal(state, command, ctx);
  return refusal
    ? JSON.stringify(toldRefusal(new CaseReading(actor, { state, ...ctx }), state, refusal, command))
    : 'done';
}

describe('why a command is refused', () => {
  it('[R2][R65] tells nothing of a consent to who may not read it', () => {
    const made = household();
    const withdraws = say.withdraws(made.desk, say.son);
    expect(told(made, withdraws, kikan)).toBe('{"code":"reason.not-told"}');
    expect(told(made, withdraws, worker)).toBe('{"code":"consent.not-given"}');
    made.desk.done(made.ref, say.consents(made.desk, say.son, { agencies: ['houkatsu'] }), worker);
    const refuses = say.consents(made.desk, say.son, { status: 'refused', agencies: [] });
    // Its word waits until it is confirmed, whatever stands (0017).
    expect(told(made, refuses, kikan)).toBe('done');
    expect(told(made, refuses, worker)).toBe('{"code":"consent.withdraw-first"}');
  });

  it('[R24][R65] tells of no agenda item that its giver does not see', () => {
    const made = household();
    place(made, { personIds: [say.son], agencies: ['clinic'] });
    const purpose = made.desk.case(made.ref).placements[0]?.purpose;
    const asks = say.requestMeeting(made.desk, { personIds: [say.son], ...(purpose ? { purpose } : {}) });
    expect(told(made, asks, kikan)).toBe('{"code":"reason.not-told"}');
    expect(told(made, asks, coordinator)).toBe('{"code":"item.already-placed"}');
  });

  it('[R65] is told as it is where it says what every page shows', () => {
    expect(told(household(), { type: 'finish-assessment' }, kikan)).toContain('case.not-in-stage');
  });
});

describe('what is offered about a consent', () => {
  it('[R2][R65] does not tell that there is one', () => {
    const offered = (made: MadeCase): unknown => {
      const { allowed, notAllowed } = viewedBy({ desk: made.desk, id: made.ref.id }, kikan);
      return [
        allowed.includes('withdraw-consent'),
        notAllowed.find(({ command }) => command === 'withdraw-consent')?.code,
      ];
    };
    const made = household();
    expect(offered(made)).toEqual([false, 'access.basis']);
    made.desk.done(made.ref, say.consents(made.desk, say.son, { agencies: ['houkatsu'] }), worker);
    expect(offered(made)).toEqual([false, 'access.basis']);
    made.desk.done(made.ref, say.consents(made.desk, say.mother), worker);
    expect(offered(made)).toEqual([true, undefined]);
  });
});
