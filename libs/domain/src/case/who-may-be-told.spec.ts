import { describe, expect, it } from '@jest/globals';
import type { CasePerson } from './case-state.ts';
import * as say from '../testing/case-script.ts';
import { makeCase, type MadeCase } from '../testing/make-case.ts';
import { coordinator, person, worker } from '../testing/town-people.ts';

const basis = 'personalInformationAct69-2';
const personOf = ({ desk, ref }: MadeCase, id: string): CasePerson | undefined =>
  desk.case(ref).persons.find((one) => one.id === id);

describe('a つなぎ', () => {
  const to = (made: MadeCase, changes: Parameters<typeof say.sendHandoff>[1]): string | undefined =>
    made.desk.answer(made.ref, say.sendHandoff(made.desk, { to: 'clinic', main: false, ...changes }), worker);

  it('[R6] about somebody who has not agreed needs a 根拠規定 of the catalogue and a reason', () => {
    const made = makeCase({ stage: 'accepted' });
    expect([
      to(made, { legalBasis: null, reasonText: null }),
      to(made, { legalBasis: 'handoff' }),
      to(made, { legalBasis: 'socialWelfareAct106-6' }),
      to(made, { reasonText: null }),
      to(made, { personIds: ['resident-nobody'] }),
      to(made, { personIds: null }),
      to(made, { personIds: [] }),
    ]).toEqual([
      'handoff.basis-required',
      'handoff.basis-unknown',
      'handoff.basis-unknown',
      'handoff.reason-required',
      'person.missing',
      'handoff.persons-required',
      'handoff.persons-required',
    ]);
    expect(to(made, {})).toBe('done');
  });

  it('[R2] needs none where everybody whom it is about has agreed to that very agency, nor to the office', () => {
    const made = makeCase({ stage: 'accepted' });
    made.desk.done(made.ref, say.consents(made.desk));
    const none = { legalBasis: null, reasonText: null };
    expect([
      to(made, { ...none, to: 'kikan', personIds: [say.mother] }),
      to(made, { ...none, to: 'kikan', personIds: [say.mother, say.son] }),
      to(made, { ...none, to: 'clinic', personIds: [say.mother] }),
      to(made, { ...none, to: 'office' }),
    ]).toEqual(['done', 'handoff.basis-required', 'handoff.basis-required', 'done']);
  });

  it('[R7] after a refusal or a withdrawal needs them again, and the ledger names them', () => {
    const made = makeCase({ stage: 'assessment' });
    const { desk, ref } = made;
    desk.done(ref, say.withdraws(desk));
    desk.done(ref, say.consents(desk, say.son, { status: 'refused' }));
    expect(to(made, { to: 'kikan', personIds: [say.mother], legalBasis: null })).toBe('handoff.basis-required');
    expect(to(made, { to: 'kikan', personIds: [say.son], legalBasis: null })).toBe('handoff.basis-required');
    desk.done(ref, say.sendHandoff(desk, { to: 'kikan', main: false, personIds: [say.son] }), worker);
    expect(desk.case(ref).handoffs.at(-1)).toMatchObject({ legalBasis: basis, personIds: [say.son] });
  });
});

describe('a consent', () => {
  const recorded = (actor: Parameters<MadeCase['desk']['done']>[2]): MadeCase => {
    const made = makeCase({ stage: 'accepted' });
    made.desk.done(made.ref, say.consents(made.desk), actor);
    return made;
  };
  const unconfirmed = (made: MadeCase): string | undefined => personOf(made, say.mother)?.consent.unconfirmedFor;

  it('[R2] that opens the agency which recorded it waits until another has confirmed it, who owes that', () => {
    const made = recorded(person('kikan', 'staff'));
    const { desk, ref } = made;
    expect(unconfirmed(made)).toBe('kikan');
    expect(Object.values(desk.case(ref).obligations).find(({ kind }) => kind === 'consent-confirmation')).toMatchObject(
      { holder: { agency: 'houkatsu' }, about: say.mother, blocking: false },
    );
    const confirm = { type: 'confirm-consent', personId: say.mother } as const;
    expect(desk.answer(ref, confirm, person('kikan', 'staff'))).toBe('consent.confirmed-by-another');
    desk.done(ref, confirm, worker);
    expect(unconfirmed(made)).toBeUndefined();
    expect(Object.values(desk.case(ref).obligations).map(({ kind }) => kind)).not.toContain('consent-confirmation');
    expect(desk.answer(ref, confirm, worker)).toBe('consent.nothing-to-confirm');
  });

  it('[R2] taken by the 主担当機関 or the secretariat, or that leaves the recorder out, counts at once', () => {
    expect([worker, coordinator].map((actor) => unconfirmed(recorded(actor)))).toEqual([undefined, undefined]);
    expect(unconfirmed(recorded(person('clinic', 'staff')))).toBeUndefined();
    expect(unconfirmed(recorded(person('office', 'coordinator')))).toBeUndefined();
  });
});
