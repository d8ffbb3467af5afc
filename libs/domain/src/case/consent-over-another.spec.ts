import { describe, expect, it } from '@jest/globals';
import type { CasePerson, CaseState } from './case-state.ts';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { makeCase, type MadeCase } from '../testing/make-case.ts';
import { person, worker } from '../testing/town-people.ts';

const clinic = person('clinic', 'staff');
const confirm = { type: 'confirm-consent', personId: say.mother } as const;

const motherOf = ({ desk, ref }: MadeCase): CasePerson => {
  const mother = desk.case(ref).persons.find(({ id }) => id === say.mother);
  if (!mother) throw new Error('the household has no mother');
  return mother;
};
const owed = ({ desk, ref }: MadeCase): readonly (readonly [string, string | undefined])[] =>
  Object.values(desk.case(ref).obligations)
    .filter(({ kind }) => kind === 'consent-confirmation')
    .map(({ holder, askedBy }) => [holder.agency, askedBy] as const);

/** The clinic came by a つなぎ that names mother and son on a 根拠規定, and is told of nobody by consent. */
function broughtByHandoff(made = makeCase({ stage: 'accepted' })): MadeCase {
  const { desk, ref } = made;
  desk.done(ref, say.sendHandoff(desk, { to: 'clinic', main: false, personIds: [say.mother, say.son] }), worker);
  const handoffId = desk.case(ref).handoffs.at(-1)?.id;
  desk.done(ref, { type: 'accept-handoff', handoffId, answerText: null }, clinic);
  return made;
}

describe('a consent that stands', () => {
  const standing = (): MadeCase => {
    const made = makeCase({ stage: 'accepted' });
    made.desk.done(made.ref, say.consents(made.desk, say.mother, { agencies: ['houkatsu', 'shakyo'] }));
    return broughtByHandoff(made);
  };
  const written = (made: MadeCase): CasePerson['consent'] => {
    const before = motherOf(made).consent;
    made.desk.done(
      made.ref,
      say.consents(made.desk, say.mother, { agencies: ['houkatsu', 'shakyo', 'clinic'], purposes: ['monitoring'] }),
      clinic,
    );
    return before;
  };

  it('[R2] holds until the 主担当機関 or the secretariat has confirmed what another agency wrote over it', () => {
    const made = standing();
    const before = written(made);
    expect(motherOf(made).consent).toEqual(before);
    expect(owed(made)).toEqual([['houkatsu', 'clinic']]);
    expect(made.desk.answer(made.ref, confirm, clinic)).toBe('consent.confirmed-by-another');
    made.desk.done(made.ref, confirm, worker);
    expect(motherOf(made)).toMatchObject({
      consent: { agencies: ['houkatsu', 'shakyo', 'clinic'], purposes: ['monitoring'], takenBy: 'clinic' },
    });
    expect(motherOf(made).consent).not.toHaveProperty('unconfirmedFor');
    expect(motherOf(made)).not.toHaveProperty('proposedConsent');
    expect(owed(made)).toEqual([]);
  });

  it('[R2] holds against a no of such an agency, which the 主担当機関 records as the withdrawal that it is', () => {
    const made = standing();
    const { desk, ref } = made;
    desk.done(ref, say.consents(desk, say.mother, { status: 'refused' }), clinic);
    expect(motherOf(made).consent.status).toBe('given');
    expect(desk.answer(ref, confirm, worker)).toBe('consent.withdraw-first');
    desk.done(ref, say.withdraws(desk), worker);
    expect(motherOf(made)).not.toHaveProperty('proposedConsent');
    expect(owed(made)).toEqual([]);
  });

  it('[R7] that would lose an agency is not replaced by confirming: that is a withdrawal', () => {
    const made = standing();
    const { desk, ref } = made;
    desk.done(ref, say.consents(desk, say.mother, { agencies: ['clinic'] }), clinic);
    expect(desk.answer(ref, confirm, worker)).toBe('consent.withdraw-first');
  });

  it('[R65] is not told by a refusal to whoever may not read it, and is to whoever may', () => {
    const { desk, ref } = standing();
    const leavingOut = say.consents(desk, say.mother, { agencies: ['kikan'] });
    expect(desk.answer(ref, leavingOut, clinic)).toBe('done');
    expect(desk.answer(ref, leavingOut, person('shakyo', 'staff'))).toBe('consent.withdraw-first');
  });

  it('[R2] gives way to what the 主担当機関 records itself, and nothing waits any more', () => {
    const made = standing();
    written(made);
    made.desk.done(made.ref, say.consents(made.desk, say.mother, { agencies: ['houkatsu', 'shakyo'] }), worker);
    expect(motherOf(made)).not.toHaveProperty('proposedConsent');
    expect(made.desk.answer(made.ref, confirm, worker)).toBe('consent.nothing-to-confirm');
  });
});

describe('a no', () => {
  it('[R2] that was said first to an agency which only a つなぎ brought counts once it is confirmed', () => {
    const made = broughtByHandoff();
    const { desk, ref } = made;
    desk.done(ref, say.consents(desk, say.mother, { status: 'refused' }), clinic);
    expect(motherOf(made)).toMatchObject({ consent: { status: 'unconfirmed' }, saidNo: {} });
    expect(owed(made)).toEqual([['houkatsu', 'clinic']]);
    desk.done(ref, confirm, worker);
    expect(motherOf(made)).toMatchObject({ consent: { status: 'refused', takenBy: 'clinic' } });
    expect(Object.keys(motherOf(made).saidNo)).toEqual(['*']);
  });

  it('[R2] counts at once from the 主担当機関, and from an agency that sits with the person on an item', () => {
    const refused = (made: MadeCase, agency: string): string => {
      const { desk, ref } = made;
      desk.done(ref, say.consents(desk, say.mother, { status: 'refused' }), person(agency, 'staff'));
      return motherOf(made).consent.status;
    };
    expect(refused(makeCase({ stage: 'accepted' }), 'houkatsu')).toBe('refused');
    const outreach = situations.outreach();
    const { placements, past } = outreach.desk.case(outreach.ref) satisfies CaseState;
    const seated = placements[0]?.agencies ?? past.seats[say.mother]?.agencies ?? [];
    expect(refused(outreach, seated.find((one) => one !== 'houkatsu') ?? '')).toBe('refused');
  });

  it('[R8][R2] is not lifted by a yes that such an agency wrote down, until that is confirmed', () => {
    const made = broughtByHandoff();
    const { desk, ref } = made;
    desk.done(ref, say.consents(desk, say.mother, { status: 'refused' }), worker);
    desk.done(ref, say.consents(desk), clinic);
    expect(motherOf(made)).toMatchObject({ consent: { status: 'refused' }, track: 'none' });
    desk.done(ref, confirm, worker);
    expect(motherOf(made)).toMatchObject({ consent: { status: 'given' }, track: 'main' });
    expect(desk.case(ref).stage).toBe('assessment');
  });
});

describe('an item that a withdrawal froze', () => {
  it('[R7] thaws, also on its sitting, when the consent that frees it is confirmed and not before', () => {
    const { desk, ref } = situations.onPlanMeeting();
    desk.done(ref, say.withdraws(desk));
    const frozen = (): readonly boolean[] => {
      const [placement] = desk.case(ref).placements;
      const sitting = desk.sitting({ id: placement?.sittingId ?? '' });
      return [placement?.frozen ?? false, ...sitting.items.map((one) => one.frozen)];
    };
    desk.done(ref, say.consents(desk), person('shakyo', 'staff'));
    expect(frozen()).toEqual([true, true]);
    desk.done(ref, confirm);
    expect(frozen()).toEqual([false, false]);
  });
});
