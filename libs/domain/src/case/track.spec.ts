import { describe, expect, it } from '@jest/globals';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { hold, makeCase, place, type MadeCase } from '../testing/make-case.ts';
import { person } from '../testing/town-people.ts';

const visit = ({ desk }: MadeCase, changes: object = {}): { type: string } => ({
  type: 'record-contact',
  ...{
    contactId: desk.id('contact'),
    on: desk.today,
    method: 'visit',
    result: 'notMet',
    nextContactOn: desk.ahead(5),
    text: desk.id('text'),
  },
  ...changes,
});

describe('支援会議での検討', () => {
  it.each(['intake', 'screening', 'handoff', 'accepted'] as const)(
    "[R4] takes a case in %s without anybody's consent, and changes no stage",
    (stage) => {
      const { desk, ref } = makeCase({ stage });
      place({ desk, ref }, { personIds: [say.mother, say.son] });
      expect(desk.case(ref)).toMatchObject({ stage, track: { state: 'reviewing' } });
      expect(desk.case(ref).persons.map(({ track }) => track)).toEqual(['supportMeeting', 'supportMeeting']);
      expect(desk.case(ref).placements[0]).toMatchObject({
        kind: 'supportMeeting',
        legalBasis: 'socialWelfareAct106-6',
      });
    },
  );

  it('keeps mother and son on two tracks at once; the son is refused on a 重層的支援会議 with the reason', () => {
    const made = situations.outreach();
    const { desk, ref } = made;
    desk.done(ref, say.consents(desk));
    const placing = say.openSitting(desk, ref, {
      body: 'planMeeting',
      purpose: 'informationSharing',
      personIds: [say.son],
    });
    expect(desk.ask(desk.newRef('sitting'), placing)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'consent.required', params: { personId: say.son, status: 'unconfirmed' } },
    });
    expect(desk.case(ref)).toMatchObject({ stage: 'assessment', track: { state: 'outreach' } });
    // on the main line nobody waits for the 支援会議
    expect(desk.obligation(ref, 'pre-contact').blocking).toBe(false);
  });

  it('takes the place of the awaited consent as what holds the case up, and gives it back when it ends', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    expect(desk.obligation(ref, 'consent').blocking).toBe(true);
    const { dueOn } = desk.obligation(ref, 'consent');
    place({ desk, ref });
    expect(desk.obligation(ref, 'consent')).toMatchObject({ blocking: false, dueOn });
    desk.passTo('2026-06-30');
    expect(desk.stall(ref)?.cause).not.toBe('consentAwaited');
    desk.done(
      { municipality: 'town', kind: 'sitting', id: desk.case(ref).placements[0]?.sittingId ?? '' },
      { type: 'cancel-sitting', reasonText: 'text-0' },
    );
    desk.done(ref, { type: 'review-track', nextReviewOn: null, text: 'text-0' });
    expect(desk.obligation(ref, 'consent')).toMatchObject({ blocking: true, dueOn });
    expect(desk.stall(ref)).toMatchObject({ cause: 'consentAwaited', since: '2026-06-01' });
  });

  it('[R15] has reviews of its own: a date, then the next one, until it ends with nobody looked at any more', () => {
    const { desk, ref } = situations.task();
    expect(desk.obligation(ref, 'track-review')).toMatchObject({ dueOn: desk.case(ref).track.nextReviewOn });
    expect(desk.answer(ref, { type: 'review-track', nextReviewOn: desk.today, text: 'text-0' })).toBe('date.not-ahead');
    desk.done(ref, { type: 'review-track', nextReviewOn: '2026-07-15', text: desk.id('text') });
    expect(desk.obligation(ref, 'track-review').dueOn).toBe('2026-07-15');
    desk.done(ref, { type: 'review-track', nextReviewOn: null, text: desk.id('text') });
    expect(desk.case(ref)).toMatchObject({
      track: { state: 'ended', reviews: 2 },
      persons: [{ track: 'none' }, { track: 'none' }],
    });
    expect(desk.owed(ref)).not.toContain('track-review');
    expect(desk.answer(ref, { type: 'review-track', nextReviewOn: null, text: 'text-0' })).toBe('track.not-live');
  });

  it("does not end while an item of a 支援会議 is open, neither by a review nor by another item's result", () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    const first = place(made, { heldOn: desk.ahead(2) });
    const second = place(made, { purpose: 'direction' });
    expect(desk.answer(ref, { type: 'review-track', nextReviewOn: null, text: 'text-0' })).toBe('track.item-open');
    hold(made, first.sitting);
    expect(desk.answer(first.sitting, say.dispose(desk, first.itemId, 'trackEnded'))).toBe('track.item-open');
    desk.done(second.sitting, { type: 'cancel-sitting', reasonText: 'text-0' });
    desk.done(first.sitting, say.dispose(desk, first.itemId, 'trackEnded'));
    expect(desk.case(ref).track.state).toBe('ended');
  });

  it('looks for another day when the sitting does not take place', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    const { sitting } = place(made);
    desk.done(sitting, { type: 'cancel-sitting', reasonText: desk.id('text') });
    expect(desk.case(ref)).toMatchObject({ placements: [], track: { state: 'reviewing' } });
    expect(desk.owed(ref)).toContain('track-placement');
  });

  it('gives each result a task with agency and date, save where the result is its own next step', () => {
    const { desk, ref } = situations.task();
    expect(desk.case(ref).tasks).toEqual([
      {
        id: 'task-0',
        agency: 'kikan',
        dueOn: '2026-06-17',
        text: expect.any(String),
        state: 'open',
        itemId: desk.case(ref).placements[0]?.itemId,
      },
    ]);
    expect(situations.outreach().desk.case(situations.outreach().ref).tasks).toEqual([]);
  });
});

describe('アウトリーチ', () => {
  it('decides the way before the first contact: 事前調整, then the contact, each with the agency and a date', () => {
    const made = situations.outreach();
    const { desk, ref } = made;
    expect(desk.obligation(ref, 'pre-contact')).toMatchObject({
      holder: { agency: 'kikan', post: 'staff' },
      dueOn: '2026-06-17',
    });
    expect(desk.answer(ref, visit(made))).toBe('outreach.pre-contact-first');
    desk.done(ref, { type: 'record-pre-contact', on: desk.today, text: desk.id('text') });
    expect(desk.answer(ref, { type: 'record-pre-contact', on: desk.today, text: 'text-0' })).toBe(
      'outreach.pre-contact-done',
    );
    expect(desk.obligation(ref, 'first-contact')).toMatchObject({
      holder: { agency: 'kikan', post: 'staff' },
      dueOn: '2026-06-17',
    });
  });

  it('is no stall while nobody is met: 見守り waits on purpose with the next contact date', () => {
    const made = situations.preContact();
    const { desk, ref } = made;
    expect(desk.answer(ref, visit(made, { nextContactOn: desk.today }))).toBe('date.not-ahead');
    expect(desk.answer(ref, visit(made, { on: desk.ahead(1) }))).toBe('date.in-future');
    desk.done(ref, visit(made, { contactId: 'contact-a' }), person('kikan', 'staff'));
    expect(desk.case(ref).track).toMatchObject({ nextReviewOn: desk.ahead(5), outreach: { contacts: 1, met: 0 } });
    expect(desk.obligation(ref, 'track-review').dueOn).toBe(desk.ahead(5));
    expect(desk.owed(ref)).not.toContain('first-contact');
    expect(desk.stall(ref)?.fromMs).toBeGreaterThan(desk.nowMs);
    desk.done(ref, visit(made, { result: 'met' }));
    expect(desk.case(ref).track.outreach).toMatchObject({ contacts: 2, met: 1 });
    expect(desk.wholeCase(ref).contacts[0]).toMatchObject({ by: 'kikan', result: 'notMet' });
  });

  it('keeps its dates when the case is put on another sitting meanwhile', () => {
    const made = situations.preContact();
    const { desk, ref } = made;
    desk.done(ref, say.consents(desk));
    const before = desk.obligation(ref, 'first-contact');
    desk.passOpenDays(3);
    place(made, { body: 'planMeeting', purpose: 'informationSharing' });
    expect(desk.obligation(ref, 'first-contact')).toMatchObject({
      key: before.key,
      askedOn: before.askedOn,
      dueOn: before.dueOn,
    });
  });
});

describe('決定事項', () => {
  it('[R38] is a task with agency and date, asked again and told to the superior when it is late', () => {
    const { desk, ref } = situations.task();
    expect(desk.obligation(ref, 'decision-task')).toMatchObject({
      about: 'task-0',
      holder: { agency: 'kikan', post: 'staff' },
      dueOn: '2026-06-17',
      blocking: true,
    });
    desk.passTo('2026-06-22');
    expect(
      desk.notices
        .filter(({ notice }) => notice.obligationKind === 'decision-task')
        .map(({ on, notice }) => `${on} ${notice.kind} ${notice.recipient.agency}/${notice.recipient.to}`),
    ).toEqual(['2026-06-12 reminder kikan/desk', '2026-06-16 reminder kikan/desk', '2026-06-18 escalation kikan/head']);
    expect(desk.stall(ref)).toMatchObject({ cause: 'taskOverdue', key: 'decision-task/task-0', dueOn: '2026-06-17' });
  });

  it.each(['shared', 'otherLaw', 'seekConsent', 'continued'] as const)(
    '[R38] comes of the result %s as well: with the agency and the day that the meeting decided',
    (result) => {
      const made = makeCase({ stage: 'accepted' });
      const { desk, ref } = made;
      const { sitting, itemId } = place(made, { heldOn: desk.ahead(2) });
      hold(made, sitting);
      desk.done(sitting, say.dispose(desk, itemId, result, { ownerAgency: 'shakyo', dueOn: '2026-07-08' }));
      expect(desk.case(ref).tasks).toMatchObject([{ agency: 'shakyo', dueOn: '2026-07-08', state: 'open', itemId }]);
      expect(desk.obligation(ref, 'decision-task')).toMatchObject({
        holder: { agency: 'shakyo', post: 'staff' },
        dueOn: '2026-07-08',
      });
    },
  );

  it('is done, or impossible with the reason; what is done stays done', () => {
    const { desk, ref } = situations.task();
    expect(desk.answer(ref, { type: 'finish-task', taskId: 'task-0', outcome: 'impossible', text: null })).toBe(
      'task.reason-missing',
    );
    desk.done(ref, { type: 'finish-task', taskId: 'task-0', outcome: 'impossible', text: 'text-0' });
    expect(desk.case(ref).tasks[0]?.state).toBe('impossible');
    expect(desk.answer(ref, { type: 'finish-task', taskId: 'task-0', outcome: 'done', text: null })).toBe(
      'task.not-open',
    );
    expect(desk.answer(ref, { type: 'finish-task', taskId: 'task-9', outcome: 'done', text: null })).toBe(
      'task.missing',
    );
  });
});
