import { describe, expect, it } from '@jest/globals';
import * as say from '../testing/case-script.ts';
import { situations } from '../testing/case-situations.ts';
import { makeCase, place, type MadeCase } from '../testing/make-case.ts';
import { coordinator, worker } from '../testing/town-people.ts';
import type { MeetingRequest } from './request/meeting-request.ts';

const ask = (
  { desk, ref }: MadeCase,
  changes: Parameters<typeof say.requestMeeting>[1] = {},
  actor = worker,
): string => {
  const command = say.requestMeeting(desk, changes);
  desk.done(ref, command, actor);
  return command.requestId;
};
const newest = ({ desk, ref }: MadeCase): MeetingRequest | undefined => desk.case(ref).meetingRequests.at(-1);
const asked = (changes: Parameters<typeof ask>[1] = {}): MadeCase & { readonly requestId: string } => {
  const made = makeCase({ stage: 'accepted' });
  return { ...made, requestId: ask(made, changes) };
};

describe('案件化の依頼', () => {
  it('is owed an answer by the secretariat, which is told of it at once without a word about people', () => {
    const { desk, ref, requestId } = asked();
    expect(desk.obligation(ref, 'meeting-request')).toMatchObject({
      key: `meeting-request/${requestId}`,
      holder: { agency: 'office', post: 'coordinator' },
      about: requestId,
      askedBy: 'houkatsu',
      dueOn: desk.ahead(5),
    });
    expect(desk.notices.at(-1)?.notice).toEqual({
      key: expect.stringMatching(/^meeting-requested\//u) as unknown,
      kind: 'work-waiting',
      obligationKind: 'meeting-request',
      recipient: { agency: 'office', to: 'coordinator' },
    });
  });

  it('puts nobody on an agenda: neither the track nor who takes part changes', () => {
    const before = makeCase({ stage: 'accepted' });
    const { desk, ref } = asked();
    const { track, participants, placements, persons } = desk.case(ref);
    expect({ track, participants, placements, persons }).toEqual({
      track: before.desk.case(before.ref).track,
      participants: before.desk.case(before.ref).participants,
      placements: [],
      persons: before.desk.case(before.ref).persons,
    });
  });

  it('[R32] that nobody answers is asked for again, climbs to the manager, and is why the case stands still', () => {
    const { desk, ref } = asked();
    desk.passOpenDays(7);
    const told = desk.told(ref, 'reminder', 'escalation').map((line) => line.slice('2026-06-01 '.length));
    expect(told).toEqual(expect.arrayContaining(['reminder office/coordinator', 'escalation office/manager']));
    expect(newest({ desk, ref })?.state).toBe('open');
    expect(desk.stall(ref)).toMatchObject({
      cause: 'taskOverdue',
      key: expect.stringMatching(/^meeting-request/u) as unknown,
    });
  });

  it('ends by itself when an item of that kind is put on an agenda with everybody whom it is about', () => {
    const made = asked({ personIds: [say.mother, say.son] });
    const { desk, ref } = made;
    place(made, { personIds: [say.mother], purpose: 'informationSharing' });
    expect(newest(made)?.state).toBe('open');
    const { itemId } = place(made, { personIds: [say.mother, say.son] });
    expect(newest(made)).toMatchObject({ state: 'taken', itemId, answeredOn: desk.today });
    expect(desk.owed(ref)).not.toContain('meeting-request');
    expect(desk.told(ref, 'meeting-request-answered')).toEqual([
      `${desk.today} meeting-request-answered houkatsu/desk`,
    ]);
  });

  it('is not taken by an item of another kind of meeting', () => {
    const made = makeCase({ stage: 'assessment' });
    ask(made);
    place(made, { body: 'planMeeting', purpose: 'informationSharing' });
    expect(newest(made)?.state).toBe('open');
  });

  it('is open again, with a date of its own, when the item is lost before it was held', () => {
    const made = asked();
    const { desk, ref, requestId } = made;
    const { sitting } = place(made);
    desk.passOpenDays(1);
    desk.done(sitting, { type: 'cancel-sitting', reasonText: desk.id('text') });
    expect(newest(made)).toMatchObject({ state: 'open', itemId: null, reopened: 1 });
    expect(desk.obligation(ref, 'meeting-request')).toMatchObject({
      key: `meeting-request/${requestId}/1`,
      dueOn: desk.ahead(5),
    });
  });

  it('is declined with a reason that whoever asked gets to read, once', () => {
    const { desk, ref, requestId } = asked();
    const decline = { type: 'decline-meeting-request', requestId, reasonText: 'text-why-not' };
    desk.done(ref, decline, coordinator);
    expect(newest({ desk, ref })).toMatchObject({ state: 'declined', answerText: 'text-why-not' });
    expect(desk.owed(ref)).not.toContain('meeting-request');
    expect(desk.told(ref, 'meeting-request-answered')).toHaveLength(1);
    expect(desk.answer(ref, decline)).toBe('meeting-request.not-open');
  });

  it('is taken back by the agency that asked, as long as it is open', () => {
    const { desk, ref, requestId } = asked();
    const withdraw = { type: 'withdraw-meeting-request', requestId };
    desk.done(ref, withdraw, worker);
    expect(newest({ desk, ref })).toMatchObject({ state: 'withdrawn' });
    expect(desk.answer(ref, withdraw, worker)).toBe('meeting-request.not-open');
    expect(desk.told(ref, 'meeting-request-answered')).toEqual([]);
  });

  it('is refused where the item could never be placed, and while another one for that kind waits', () => {
    const made = makeCase({ stage: 'accepted' });
    const answer = (changes: Parameters<typeof ask>[1]): string =>
      made.desk.answer(made.ref, say.requestMeeting(made.desk, changes), worker);
    expect([
      answer({ body: 'nowhere' }),
      answer({ purpose: 'evaluation' }),
      answer({ personIds: ['resident-nobody'] }),
      // [R3]
      answer({ body: 'planMeeting', purpose: 'informationSharing' }),
      answer({ body: 'planMeeting', purpose: 'adequacyReview' }),
      answer({}),
    ]).toEqual([
      'body.unknown',
      'item.purpose-unfit',
      'person.missing',
      'consent.required',
      'case.not-in-stage',
      'done',
    ]);
    ask(made);
    expect(answer({ purpose: 'judgement' })).toBe('meeting-request.already-open');
    place(made);
    expect(answer({ purpose: 'judgement' })).toBe('item.already-placed');
  });

  it("[R8] may be made about somebody who said no: the reason that the meeting needs is the manager's", () => {
    const made = situations.refused();
    const { desk, ref } = made;
    ask(made, { personIds: [say.son] });
    expect(desk.obligation(ref, 'meeting-request')).toBeDefined();
    expect(desk.answer(ref, say.requestMeeting(desk, { body: 'planMeeting', personIds: [say.son] }), worker)).toBe(
      'item.purpose-unfit',
    );
  });

  it('is answered or taken back before the case ends', () => {
    const made = makeCase({ stage: 'handoff' });
    const requestId = ask(made);
    const { desk, ref } = made;
    const advise = { type: 'advise-on-handoff', handoffId: desk.case(ref).handoffs.at(-1)?.id, adviceText: 'text-0' };
    expect(desk.answer(ref, advise)).toBe('closure.meeting-requested');
    desk.done(ref, { type: 'withdraw-meeting-request', requestId }, worker);
    expect(desk.answer(ref, advise)).toBe('done');
  });

  it('leaves the state once it is over, the newest three after the others, and only when its item was dealt with', () => {
    const made = asked();
    const { desk, ref } = made;
    place(made);
    for (let n = 0; n < 5; n += 1) {
      const requestId = ask(made);
      desk.done(ref, { type: 'decline-meeting-request', requestId, reasonText: desk.id('text') });
    }
    expect(desk.case(ref).meetingRequests.map(({ state }) => state)).toEqual([
      'taken',
      'declined',
      'declined',
      'declined',
    ]);
    expect(desk.wholeCase(ref).meetingRequests).toHaveLength(6);
  });
});
