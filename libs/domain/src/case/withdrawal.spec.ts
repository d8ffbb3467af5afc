import { describe, expect, it } from '@jest/globals';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { hold, makeCase, place } from '../testing/make-case.ts';
import { manager, person } from '../testing/town-people.ts';

describe('同意の撤回', () => {
  it("[R7] takes effect at once: freezes the person's items on both sides, lists whom to tell, deletes nothing", () => {
    const { desk, ref } = situations.frozen();
    const state = desk.case(ref);
    expect(state.placements.at(-1)).toMatchObject({ frozen: true, result: null });
    expect(desk.sitting({ id: state.placements.at(-1)?.sittingId ?? '' }).items[0]?.frozen).toBe(true);
    expect(state.withdrawals).toMatchObject([
      { id: 'withdrawal-0', personId: say.mother, agencies: ['houkatsu', 'kikan'], told: false, confirmed: [] },
    ]);
    expect(state.plans).toHaveLength(1);
    expect(state.persons[0]).toMatchObject({
      consent: { status: 'withdrawn', on: '2026-06-01', agencies: [] },
      track: 'none',
    });
    expect(desk.stall(ref)).toMatchObject({
      cause: 'itemFrozen',
      fromMs: 0,
      holder: { agency: 'houkatsu', post: 'personInCharge' },
    });
    expect(desk.standing(ref)).toMatchObject({ consented: false, withdrawals: { untold: 1, unconfirmed: 2 } });
  });

  it('[R7] stops what would be shared or decided: no new item, no result, no plan, no decision', () => {
    const frozen = situations.frozen();
    const { desk, ref } = frozen;
    const { sittingId, itemId } = desk.case(ref).placements[0] ?? { sittingId: '', itemId: '' };
    hold(frozen, { municipality: 'town', kind: 'sitting', id: sittingId });
    expect(
      desk.answer({ municipality: 'town', kind: 'sitting', id: sittingId }, say.dispose(desk, itemId, 'adequate')),
    ).toBe('item.frozen');
    desk.done({ municipality: 'town', kind: 'sitting', id: sittingId }, say.dispose(desk, itemId, 'adjourned'));
    expect(desk.answer(desk.newRef('sitting'), say.openSitting(desk, ref, { body: 'planMeeting' }))).toBe(
      'consent.required',
    );
    const decision = situations.approvalDrafted();
    decision.desk.done(decision.ref, say.withdraws(decision.desk));
    expect(
      decision.desk.answer(decision.ref, { type: 'decide-support', decidedOn: decision.desk.today }, manager),
    ).toBe('plan.consent-missing');
    const planning = makeCase({ stage: 'planning' });
    planning.desk.done(planning.ref, say.withdraws(planning.desk));
    expect(planning.desk.answer(planning.ref, say.draftPlan(planning.desk))).toBe('plan.consent-missing');
  });

  it("[R7] tells each recipient, waits for each one's word, and never says why or about whom", () => {
    const { desk, ref } = situations.frozen();
    expect(desk.owed(ref)).toContain('next-step');
    desk.system(ref, 'tell-recipients-of-withdrawal');
    expect(desk.told(ref, 'sharing-changed')).toEqual([
      '2026-06-01 sharing-changed houkatsu/desk',
      '2026-06-01 sharing-changed kikan/desk',
    ]);
    expect(desk.standing(ref).withdrawals).toEqual({ untold: 0, unconfirmed: 2 });
    expect(desk.state(ref).obligations['withdrawal-confirmation/withdrawal-0/kikan']).toMatchObject({
      holder: { agency: 'kikan', post: 'staff' },
      blocking: false,
    });
    expect(desk.answer(ref, { type: 'confirm-withdrawal', withdrawalId: 'withdrawal-0', agency: 'clinic' })).toBe(
      'withdrawal.not-recipient',
    );
    desk.done(ref, { type: 'confirm-withdrawal', withdrawalId: 'withdrawal-0', agency: 'houkatsu' });
    expect(desk.standing(ref).withdrawals).toEqual({ untold: 0, unconfirmed: 1 });
    expect(desk.answer(ref, { type: 'confirm-withdrawal', withdrawalId: 'withdrawal-0', agency: 'houkatsu' })).toBe(
      'withdrawal.already-confirmed',
    );
  });

  it('[R7] freezes the items of that person only', () => {
    const { desk, ref } = makeCase({ stage: 'adequacyReview' });
    desk.done(ref, say.consents(desk, say.son));
    const review = place({ desk, ref }, { body: 'planMeeting' });
    const sharing = place({ desk, ref }, { body: 'planMeeting', purpose: 'informationSharing', personIds: [say.son] });
    const closed = place({ desk, ref }, { personIds: [say.mother, say.son] });
    desk.done(ref, say.withdraws(desk, say.son));
    expect(desk.case(ref).placements.map(({ itemId, frozen }) => [itemId, frozen])).toEqual([
      [review.itemId, false],
      [sharing.itemId, true],
      [closed.itemId, false],
    ]);
    expect(desk.standing(ref).consented).toBe(true);
  });

  it('[R7] taken back for one agency freezes only the items on which that agency sits', () => {
    const { desk, ref } = makeCase({ stage: 'adequacyReview' });
    const withKikan = place({ desk, ref }, { body: 'planMeeting', agencies: ['houkatsu', 'kikan'] });
    const without = place(
      { desk, ref },
      { body: 'planMeeting', purpose: 'informationSharing', agencies: ['houkatsu', 'shakyo'] },
    );
    desk.done(ref, say.withdraws(desk, say.mother, { agencies: ['kikan'] }));
    const frozen = ({ sitting, itemId }: typeof withKikan): readonly unknown[] => [
      desk.case(ref).placements.find((one) => one.itemId === itemId)?.frozen,
      desk.sitting(sitting).items[0]?.frozen,
    ];
    expect([frozen(withKikan), frozen(without)]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('[R2] keeps when and how it was said, who took it and who spoke for the person', () => {
    const { desk, ref } = makeCase({ stage: 'assessment' });
    const guardian = { ground: 'adultGuardian', nameText: 'text-guardian' } as const;
    desk.passOpenDays(2);
    desk.done(
      ref,
      say.withdraws(desk, say.mother, { on: '2026-06-02', method: 'signature', representative: guardian }),
      // … not the agency that leads.
      person('kikan', 'staff'),
    );
    expect(desk.case(ref).withdrawals[0]?.how).toEqual({
      on: '2026-06-02',
      method: 'signature',
      takenBy: 'kikan',
      representative: guardian,
    });
  });

  it('frees the items again, on both sides, when everybody named on them consents on their day', () => {
    const { desk, ref } = makeCase({ stage: 'adequacyReview' });
    desk.done(ref, say.consents(desk, say.son));
    const { sitting } = place({ desk, ref }, { body: 'planMeeting', personIds: [say.mother, say.son] });
    const frozen = (): readonly unknown[] => [
      desk.case(ref).placements[0]?.frozen,
      desk.sitting(sitting).items[0]?.frozen,
    ];
    desk.done(ref, say.withdraws(desk, say.mother));
    desk.done(ref, say.withdraws(desk, say.son));
    desk.done(ref, say.consents(desk, say.mother));
    expect(frozen()).toEqual([true, true]);
    desk.done(ref, say.consents(desk, say.son, { reviewOn: '2026-06-05' }));
    expect(frozen()).toEqual([true, true]);
    desk.done(ref, say.consents(desk, say.son));
    expect(frozen()).toEqual([false, false]);
    expect(desk.case(ref).persons.map(({ track }) => track)).toEqual(['main', 'main']);
  });

  it('for one agency takes that one out of the scope and leaves the person on the main stages', () => {
    const { desk, ref } = makeCase({ stage: 'assessment' });
    expect(desk.answer(ref, say.withdraws(desk, say.mother, { agencies: ['clinic'] }))).toBe('consent.not-in-scope');
    expect(desk.answer(ref, say.withdraws(desk, say.mother, { agencies: [] }))).toBe('consent.withdrawal-empty');
    desk.done(ref, say.withdraws(desk, say.mother, { agencies: ['shakyo'] }));
    expect(desk.case(ref).persons[0]).toMatchObject({
      track: 'main',
      consent: { status: 'given', agencies: ['houkatsu', 'kikan'] },
    });
    // 社協 never took part: there is nobody to tell
    expect(desk.case(ref).withdrawals).toMatchObject([{ agencies: [], told: true }]);
  });

  it("[R8] never moves anyone onto a 支援会議: that needs a manager's recorded reason, which stays in the log", () => {
    const { desk, ref } = situations.frozen();
    expect(desk.case(ref)).toMatchObject({ track: { state: 'none' }, persons: [{ track: 'none' }, { track: 'none' }] });
    const placing = (): string => desk.answer(desk.newRef('sitting'), say.openSitting(desk, ref));
    expect(placing()).toBe('support-meeting.reason-required');
    desk.done(ref, { type: 'allow-support-meeting', personId: say.mother, reasonText: 'text-necessity' }, manager);
    expect(placing()).toBe('done');
    expect(desk.logs.get(ref.id)).toContainEqual({
      type: 'support-meeting-allowed',
      v: 1,
      personId: say.mother,
      on: '2026-06-01',
      reasonText: 'text-necessity',
    });
  });

  it('[R8] neither does a refusal; and who withdrew again needs a new reason', () => {
    const { desk, ref } = situations.refused();
    const placing = (): string =>
      desk.answer(desk.newRef('sitting'), say.openSitting(desk, ref, { personIds: [say.son] }));
    expect(placing()).toBe('support-meeting.reason-required');
    desk.done(ref, { type: 'allow-support-meeting', personId: say.son, reasonText: 'text-necessity' }, manager);
    expect(placing()).toBe('done');
    desk.done(ref, say.consents(desk, say.son));
    desk.done(ref, say.withdraws(desk, say.son));
    expect(placing()).toBe('support-meeting.reason-required');
  });

  it('[R7] a no after a yes has to be recorded as a withdrawal, so that recipients are told', () => {
    const { desk, ref } = makeCase({ stage: 'assessment' });
    expect(desk.answer(ref, say.consents(desk, say.mother, { status: 'refused' }))).toBe('consent.withdraw-first');
    expect(desk.answer(ref, say.withdraws(desk))).toBe('done');
  });

  it('[R7] a consent that leaves out an agency of the one that holds is a withdrawal as well; one that names more agencies is none', () => {
    const { desk, ref } = makeCase({ stage: 'assessment' });
    expect(desk.case(ref).persons[0]?.consent.agencies).toEqual(['houkatsu', 'kikan', 'shakyo']);
    const naming = (agencies: readonly string[]): string =>
      desk.answer(ref, say.consents(desk, say.mother, { agencies: [...agencies] }));
    expect(naming(['houkatsu', 'kikan'])).toBe('consent.withdraw-first');
    expect(naming(['houkatsu', 'kikan', 'shakyo', 'clinic'])).toBe('done');
    desk.done(ref, say.withdraws(desk, say.mother, { agencies: ['shakyo'] }));
    expect(naming(['houkatsu', 'kikan'])).toBe('done');
  });

  it('leaves the case waiting for a consent when nobody is left, owed by the person in charge', () => {
    const { desk, ref } = makeCase({ stage: 'assessment' });
    desk.done(ref, say.withdraws(desk));
    expect(desk.obligation(ref, 'consent')).toMatchObject({
      blocking: true,
      holder: { agency: 'houkatsu', post: 'personInCharge' },
    });
    desk.done(ref, say.consents(desk));
    expect(desk.owed(ref)).not.toContain('consent');
  });

  it('holds up the end until every recipient has given word', () => {
    const { desk, ref } = situations.followedUp();
    desk.done(ref, say.withdraws(desk, say.mother, { withdrawalId: 'withdrawal-late' }));
    expect(desk.answer(ref, { type: 'close-case' })).toBe('already-so');
    desk.system(ref, 'tell-recipients-of-withdrawal');
    expect(new Set(desk.owed(ref))).toEqual(new Set(['withdrawal-confirmation']));
    for (const agency of desk.case(ref).withdrawals[0]?.agencies ?? [])
      desk.done(ref, { type: 'confirm-withdrawal', withdrawalId: 'withdrawal-late', agency });
    expect(desk.owed(ref)).toEqual(['next-step']);
    desk.system(ref, 'close-case');
  });
});
