import { describe, expect, it } from '@jest/globals';
import type { ItemPurpose } from './codes.ts';
import { consentToReview, refusedOnTrack, situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { hold, makeCase, place } from '../testing/make-case.ts';
import { movesByItself } from '../record/obligation-table.ts';
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
      // 社協, not the lead agency: who carries the case and who took the consent are two things
      person('shakyo', 'staff'),
    );
    desk.done(ref, say.consents(desk, say.son, { status: 'refused' }));
    const [mother, son] = desk.case(ref).persons;
    expect(mother?.consent).toEqual({
      status: 'given',
      on: '2026-06-01',
      method: 'oral',
      agencies: ['kikan'],
      purposes: ['supportCoordination', 'planMaking', 'monitoring'],
      itemClasses: ['health'],
      takenBy: 'shakyo',
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
    expect(answer({ itemClasses: [] })).toBe('consent.scope-empty');
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

  it('[R2] puts a person on a 重層的支援会議 and into a plan only for the purposes they agreed to', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    desk.done(ref, say.consents(desk, say.mother, { purposes: ['supportCoordination'] }));
    const placing = (purpose: ItemPurpose): string =>
      desk.answer(desk.newRef('sitting'), say.openSitting(desk, ref, { body: 'planMeeting', purpose }));
    expect(placing('informationSharing')).toBe('done');
    const review = makeCase({ stage: 'adequacyReview' });
    review.desk.done(review.ref, say.consents(review.desk, say.mother, { purposes: ['supportCoordination'] }));
    expect(
      review.desk.answer(
        review.desk.newRef('sitting'),
        say.openSitting(review.desk, review.ref, { body: 'planMeeting', purpose: 'adequacyReview' }),
      ),
    ).toBe('consent.purpose-missing');
    const planning = makeCase({ stage: 'planning' });
    planning.desk.done(planning.ref, say.consents(planning.desk, say.mother, { purposes: ['monitoring'] }));
    expect(planning.desk.answer(planning.ref, say.draftPlan(planning.desk))).toBe('plan.consent-missing');
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

  it('[R2] shares with no agency outside the consent: neither on an agenda nor in a plan', () => {
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

  it('[R2] asks for sheets only agencies that take part and may know', () => {
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

describe('a consent with a day on which it is looked at again', () => {
  it('[R2] opens its review before that day, for the 担当者, and closes it with the new consent', () => {
    const { desk, ref } = consentToReview();
    const review = (): ReturnType<typeof desk.obligation> => desk.obligation(ref, 'consent-review');
    expect(review()).toMatchObject({
      dueOn: '2026-09-30',
      blocking: false,
      about: say.mother,
      holder: { agency: 'houkatsu', post: 'personInCharge' },
    });
    expect(movesByItself(review())).toBe(true);
    desk.passTo('2026-09-14');
    expect(movesByItself(review())).toBe(false);
    desk.passTo('2026-09-30');
    expect(desk.told(ref, 'reminder')).toContain('2026-09-25 reminder houkatsu/desk');
    desk.done(ref, say.consents(desk, say.mother, { reviewOn: '2027-03-31' }));
    expect(review().dueOn).toBe('2027-03-31');
  });

  it('[R2] has its review stand over the day; then the case waits for a consent anew', () => {
    const { desk, ref } = consentToReview();
    desk.passTo('2026-10-02');
    expect(desk.obligation(ref, 'consent-review')).toMatchObject({ dueOn: '2026-09-30' });
    expect(desk.owed(ref)).toContain('consent');
  });

  it('owes no review without a day', () => {
    const { desk, ref } = makeCase({ stage: 'assessment' });
    expect(desk.owed(ref)).not.toContain('consent-review');
  });
});

describe('a person who says no while a 支援会議 looks at them', () => {
  it('[R8] gives the manager the task to record why it goes on', () => {
    const { desk, ref } = refusedOnTrack();
    expect(desk.obligation(ref, 'track-reason')).toMatchObject({
      holder: { agency: 'office', post: 'manager' },
      about: say.son,
      blocking: true,
    });
    desk.done(ref, { type: 'allow-support-meeting', personId: say.son, reasonText: desk.id('text') }, manager);
    expect(desk.owed(ref)).not.toContain('track-reason');
  });

  it('[R8] or to end it', () => {
    const { desk, ref } = refusedOnTrack();
    desk.done(ref, { type: 'review-track', nextReviewOn: null, text: desk.id('text') }, manager);
    expect(desk.case(ref).track.state).toBe('ended');
    expect(desk.owed(ref)).not.toContain('track-reason');
  });

  it('asks the manager nothing about somebody whom no 支援会議 looks at', () => {
    expect(situations.refused().desk.owed(situations.refused().ref)).not.toContain('track-reason');
  });
});
