import { describe, expect, it } from '@jest/globals';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { hold, makeCase, place } from '../testing/make-case.ts';
import { manager, person } from '../testing/town-people.ts';

describe('本人同意', () => {
  it('[R2] is kept per person: status, day, method, scope, who took it, representative and the day it is looked at again', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    const guardian = { ground: 'adultGuardian', nameText: 'text-guardian' } as const;
    desk.done(
      ref,
      say.consents(desk, say.mother, {
        method: 'oral',
        agencies: ['kikan'],
        itemClasses: ['health'],
        representative: guardian,
        reviewOn: '2027-03-31',
      }),
      person('houkatsu', 'staff'),
    );
    desk.done(ref, say.consents(desk, say.son, { status: 'refused' }));
    const [mother, son] = desk.case(ref).persons;
    expect(mother?.consent).toEqual({
      status: 'given',
      on: '2026-06-01',
      method: 'oral',
      agencies: ['kikan'],
      purposes: ['supportCoordination', 'planMaking'],
      itemClasses: ['health'],
      takenBy: 'houkatsu',
      representative: guardian,
      reviewOn: '2027-03-31',
    });
    expect(son?.consent).toMatchObject({ status: 'refused', on: '2026-06-01', agencies: [], purposes: [] });
  });

  it('refuses a consent for nothing, from tomorrow, over before it begins or by now, and to an agency that is none of ours', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    const answer = (changes: Parameters<typeof say.consents>[2], personId = say.mother): string =>
      desk.answer(ref, say.consents(desk, personId, changes));
    expect(answer({ purposes: [] })).toBe('consent.scope-empty');
    expect(answer({ on: '2026-06-02' })).toBe('date.in-future');
    expect(answer({ reviewOn: '2026-06-01' })).toBe('consent.review-before-consent');
    expect(answer({ on: '2026-04-01', reviewOn: '2026-05-31' })).toBe('date.not-ahead');
    expect(answer({ agencies: ['nobody'] })).toBe('agency.unknown');
    expect(answer({}, 'resident-neighbour')).toBe('person.missing');
  });

  it('[R9] brings the person onto the main stages by one action, with its history, and leaves the others of the household where they are', () => {
    const made = situations.outreach();
    const { desk, ref } = made;
    const { placements, track } = desk.case(ref);
    const said = desk.eventTypes(ref).length;
    desk.done(ref, say.consents(desk));
    expect(desk.case(ref)).toMatchObject({ stage: 'assessment', assessments: 1, placements, track });
    expect(desk.case(ref).persons.map((one) => one.track)).toEqual(['main', 'supportMeeting']);
    expect(desk.eventTypes(ref).slice(said)).toEqual(['consent-recorded', 'main-line-joined']);
    expect(desk.standing(ref)).toMatchObject({ consented: true, round: 1 });
  });

  it('[R3] puts nobody on a 重層的支援会議 whose consent does not hold on its day, and says who and why', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    desk.done(ref, say.consents(desk, say.mother, { reviewOn: '2026-06-12' }));
    const placing = (personIds: readonly string[], heldOn: string): unknown => {
      const verdict = desk.ask(
        desk.newRef('sitting'),
        say.openSitting(desk, ref, { body: 'planMeeting', purpose: 'informationSharing', personIds, heldOn }),
      );
      return verdict.kind === 'refused' ? verdict.refusal : verdict.kind;
    };
    expect(placing([say.mother], '2026-06-12')).toBe('changes');
    expect(placing([say.mother], '2026-06-15')).toEqual({
      code: 'consent.required',
      params: { personId: say.mother, status: 'given', heldOn: '2026-06-15' },
    });
    expect(placing([say.mother, say.son], '2026-06-12')).toEqual({
      code: 'consent.required',
      params: { personId: say.son, status: 'unconfirmed', heldOn: '2026-06-12' },
    });
  });

  it('[R3] asks again when the sitting moves, and when it decides', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    desk.done(ref, say.consents(desk, say.mother, { reviewOn: '2026-06-30' }));
    const made = { desk, ref };
    const { sitting, itemId } = place(made, {
      body: 'planMeeting',
      purpose: 'informationSharing',
      heldOn: '2026-06-16',
    });
    const move = { type: 'move-sitting', startsAt: '10:00', endsAt: '11:00', placeText: 'text-0' };
    expect(desk.answer(sitting, { ...move, heldOn: '2026-07-01' })).toBe('consent.required');
    expect(desk.answer(sitting, { ...move, heldOn: '2026-06-30' })).toBe('done');
    desk.done(ref, say.consents(desk, say.mother, { reviewOn: '2026-06-15' }));
    hold(made, sitting);
    expect(desk.answer(sitting, say.dispose(desk, itemId, 'shared'))).toBe('consent.required');
    expect(desk.answer(sitting, say.dispose(desk, itemId, 'adjourned'))).toBe('done');
  });

  it('[R3] shares with no agency outside the consent: neither on an agenda nor in a plan', () => {
    const { desk, ref } = makeCase({ stage: 'planning' });
    const place = say.openSitting(desk, ref, {
      body: 'planMeeting',
      purpose: 'informationSharing',
      agencies: ['clinic'],
    });
    expect(desk.answer(desk.newRef('sitting'), place)).toBe('consent.out-of-scope');
    expect(desk.answer(ref, say.draftPlan(desk, { roles: [{ agency: 'clinic', text: 'text-0' }] }))).toBe(
      'consent.out-of-scope',
    );
  });

  it('[R3] asks for sheets only agencies that take part and may know', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    for (const to of ['kikan', 'clinic']) {
      desk.done(ref, say.sendHandoff(desk, { main: false, to }));
      desk.done(ref, { type: 'accept-handoff', handoffId: desk.case(ref).handoffs.at(-1)?.id, answerText: null });
    }
    desk.done(ref, say.consents(desk, say.mother, { agencies: ['kikan', 'shakyo'] }));
    desk.system(ref, 'ask-for-sheets');
    // the lead agency knows anyway, the coordinating office gathers, 診療所 may not know, 社協 does not take part
    expect(desk.case(ref).sheets.map(({ agency }) => agency)).toEqual(['houkatsu', 'kikan']);
    expect(desk.told(ref, 'sheet-asked')).toEqual([
      '2026-06-01 sheet-asked houkatsu/desk',
      '2026-06-01 sheet-asked kikan/desk',
    ]);
  });
});

describe('同意の撤回', () => {
  it("[R7] takes effect at once: freezes the person's items on both sides, lists whom to tell, deletes nothing", () => {
    const { desk, ref } = situations.frozen();
    const state = desk.case(ref);
    expect(state.placements.at(-1)).toMatchObject({ frozen: true, result: null });
    expect(desk.sitting({ id: state.placements.at(-1)?.sittingId ?? '' }).items[0]?.frozen).toBe(true);
    expect(state.withdrawals).toEqual([
      { id: 'withdrawal-0', personId: say.mother, agencies: ['houkatsu'], told: false, confirmed: [] },
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
    expect(desk.standing(ref)).toMatchObject({ consented: false, withdrawals: { untold: 1, unconfirmed: 1 } });
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
    expect(desk.told(ref, 'sharing-changed')).toEqual(['2026-06-01 sharing-changed houkatsu/desk']);
    expect(desk.obligation(ref, 'withdrawal-confirmation')).toMatchObject({
      holder: { agency: 'houkatsu', post: 'staff' },
      blocking: false,
    });
    expect(desk.answer(ref, { type: 'confirm-withdrawal', withdrawalId: 'withdrawal-0', agency: 'kikan' })).toBe(
      'withdrawal.not-recipient',
    );
    desk.done(ref, { type: 'confirm-withdrawal', withdrawalId: 'withdrawal-0', agency: 'houkatsu' });
    expect(desk.standing(ref).withdrawals).toEqual({ untold: 0, unconfirmed: 0 });
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
