import { describe, expect, it } from '@jest/globals';
import type { Handoff } from './case-state.ts';
import * as say from '../testing/case-script.ts';
import { makeCase, type MadeCase } from '../testing/make-case.ts';
import { person, worker } from '../testing/town-people.ts';

const sends = (
  { desk, ref }: MadeCase,
  to: string,
  changes: Parameters<typeof say.sendHandoff>[1] = {},
  sender = worker,
): void => {
  desk.done(ref, say.sendHandoff(desk, { to, main: false, personIds: [say.mother], ...changes }), sender);
};
const letters = ({ desk, ref }: MadeCase): Readonly<Record<string, Handoff['state']>> =>
  Object.fromEntries(desk.wholeCase(ref).handoffs.map(({ to, state }) => [to, state]));
const answersOwedBy = ({ desk, ref }: MadeCase): readonly string[] =>
  Object.values(desk.case(ref).obligations)
    .filter(({ kind }) => kind === 'handoff-answer')
    .map(({ holder }) => holder.agency);

describe('a つなぎ that waits for its answer', () => {
  it('[R7] is taken back with the consent: its receiver owes no answer, and its sender is told', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    desk.done(ref, say.consents(desk, say.mother, { agencies: ['kikan', 'shakyo'] }));
    sends(made, 'kikan', { legalBasis: null, reasonText: null });
    sends(made, 'shakyo', { legalBasis: null, reasonText: null });
    expect(answersOwedBy(made)).toEqual(['kikan', 'shakyo']);
    desk.done(ref, say.withdraws(desk, say.mother, { agencies: ['kikan'] }));
    expect(letters(made)).toMatchObject({ kikan: 'withdrawn', shakyo: 'awaiting' });
    expect(answersOwedBy(made)).toEqual(['shakyo']);
    expect(desk.told(ref, 'handoff-withdrawn')).toEqual([`${desk.today} handoff-withdrawn houkatsu/desk`]);
    const handoffId = desk.wholeCase(ref).handoffs.find(({ to }) => to === 'kikan')?.id;
    const accept = { type: 'accept-handoff', handoffId, answerText: null };
    expect(desk.answer(ref, accept, person('kikan', 'staff'))).toBe('handoff.not-awaiting');
  });

  it('[R7] whose sender is reached on paper is spoken of by the secretariat', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    desk.done(ref, say.consents(desk));
    sends(made, 'clinic', {}, person('minsei', 'staff'));
    desk.done(ref, say.withdraws(desk));
    expect(desk.case(ref).calls.filter(({ kind }) => kind === 'handoff-withdrawn')).toMatchObject([
      { agency: 'minsei', to: 'desk', why: 'noMail', owed: null },
    ]);
    expect(Object.values(desk.case(ref).obligations).map(({ kind }) => kind)).toContain('phone-message');
  });

  it('[R2][R7] is taken back by a first no as well, the one about others stays, and the office goes on in its task', () => {
    const made = makeCase({ stage: 'handoff' });
    const { desk, ref } = made;
    sends(made, 'kikan');
    sends(made, 'clinic', { personIds: [say.son] });
    desk.done(ref, say.consents(desk, say.mother, { status: 'refused' }), worker);
    expect(letters(made)).toEqual({ office: 'awaiting', kikan: 'withdrawn', clinic: 'awaiting' });
    expect(desk.case(ref).stage).toBe('handoff');
  });

  it('[R12] and carried the case leaves it with its sender, or with another that still waits', () => {
    const alone = makeCase({ stage: 'screening' });
    sends(alone, 'kikan', { main: true });
    const refuses = ({ desk, ref }: MadeCase): void => {
      desk.done(ref, say.consents(desk, say.mother, { status: 'refused' }), worker);
    };
    refuses(alone);
    expect(alone.desk.case(alone.ref).stage).toBe('screening');
    expect(alone.desk.obligation(alone.ref, 'handoff-to-send').holder.agency).toBe('houkatsu');

    const two = makeCase({ stage: 'screening' });
    sends(two, 'clinic', { personIds: [say.son] });
    sends(two, 'kikan', { main: true });
    refuses(two);
    expect(two.desk.case(two.ref).stage).toBe('handoff');
    expect(two.desk.wholeCase(two.ref).handoffs.find(({ to }) => to === 'clinic')).toMatchObject({ main: true });
  });

  it('[R7] from before a no took the letters back with it is accepted no more, and can be declined', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    sends(made, 'kikan');
    const state = desk.case(ref);
    const [mother] = state.persons;
    expect(mother).toBeDefined();
    desk.states.set(ref.id, {
      ...state,
      ...{ persons: state.persons.map((one) => (one === mother ? { ...one, saidNo: { '*': state.seq } } : one)) },
    });
    const handoffId = state.handoffs.at(-1)?.id;
    const kikan = person('kikan', 'staff');
    expect(desk.answer(ref, { type: 'accept-handoff', handoffId, answerText: null }, kikan)).toBe(
      'handoff.not-awaiting',
    );
    const decline = { type: 'decline-handoff', handoffId, reason: 'noCapacity', suggestion: 'otherAgency' };
    expect(desk.answer(ref, { ...decline, answerText: null }, kikan)).toBe('done');
  });
});
