import { describe, expect, it } from '@jest/globals';
import type { RecordRef } from '#libs/contracts';
import * as say from '../testing/case-script.ts';
import type { DomainDesk } from '../testing/domain-desk.ts';
import { hold, makeCase, place } from '../testing/make-case.ts';
import { workflow } from '../testing/town-people.ts';
import { confidentialityTextVersions } from './course/hold-sitting.ts';

interface MadeSitting {
  readonly desk: DomainDesk;
  readonly ref: RecordRef;
  readonly caseRef: RecordRef;
  readonly itemId: string;
}

/** Called on 2026-06-01 for 2026-06-15, with answers awaited from 地域包括, 社協 and, by paper, 民生委員. */
function called(): MadeSitting {
  const made = makeCase({ stage: 'accepted' });
  const { sitting, itemId } = place(made);
  made.desk.done(sitting, say.callSitting(made.desk, ['houkatsu', 'shakyo', 'minsei']));
  made.desk.system(sitting, 'send-invitations');
  return { desk: made.desk, ref: sitting, caseRef: made.ref, itemId };
}
const move = (heldOn: string): { type: string } & Record<string, unknown> => ({
  type: 'move-sitting',
  heldOn,
  startsAt: '13:30',
  endsAt: '14:30',
  placeText: 'text-moved',
});

describe('a sitting that moves', () => {
  it('asks everybody anew for the new date, with a higher SEQUENCE: an answer was for the old one', () => {
    const { desk, ref } = called();
    const [houkatsu, shakyo] = desk.sitting(ref).invitations.map(({ id }) => id);
    desk.done(ref, {
      type: 'answer-invitation',
      invitationId: houkatsu,
      reply: 'attend',
      proxyText: null,
    });
    desk.done(ref, { type: 'answer-invitation', invitationId: shakyo, reply: 'absent', proxyText: null });
    desk.system(ref, 'tell-required-absence');
    desk.done(ref, move('2026-06-29'));
    expect(desk.sitting(ref)).toMatchObject({
      stage: 'called',
      heldOn: '2026-06-29',
      startsAt: '13:30',
      placeText: 'text-moved',
      sequence: 1,
      replyDueOn: '2026-06-22',
    });
    expect(desk.sitting(ref).invitations.map(({ reply, sent, late }) => [reply, sent, late])).toEqual([
      [null, true, false],
      [null, true, false],
      [null, true, false],
    ]);
    const moved = desk.notices
      .filter(({ notice }) => notice.kind === 'invitation-moved')
      .map(({ notice }) => [notice.recipient.agency, notice.invitationId, notice.sequence]);
    expect(moved).toEqual([
      ['houkatsu', houkatsu, 1],
      ['shakyo', shakyo, 1],
      ['minsei', desk.sitting(ref).invitations[2]?.id, 1],
    ]);
    expect(desk.sittingStanding(ref)).toMatchObject({
      requiredAbsent: 0,
      requiredAbsenceTold: false,
      phoneTasksMissing: 1,
      uncalled: 0,
    });
    expect(Object.keys(desk.state(ref).obligations)).toContain(`reply/${String(houkatsu)}/1`);
    desk.passTo('2026-06-17');
    expect(desk.told(ref, 'reply-reminder')).toEqual([
      '2026-06-17 reply-reminder houkatsu/head',
      '2026-06-17 reply-reminder shakyo/head',
    ]);
  });

  it('moves the cases on it in the same commit: the day they wait for is the new one', () => {
    const { desk, ref, caseRef } = called();
    desk.done(ref, move('2026-06-29'));
    expect(desk.case(caseRef).placements[0]?.heldOn).toBe('2026-06-29');
    expect(desk.obligation(caseRef, 'sitting-awaited').dueOn).toBe('2026-06-29');
  });

  it('not to a day that is past; before the call nobody is told', () => {
    const made = makeCase({ stage: 'accepted' });
    const { sitting } = place(made);
    expect(made.desk.answer(sitting, move('2026-05-29'))).toBe('date.in-past');
    made.desk.done(sitting, move('2026-06-30'));
    expect(made.desk.sitting(sitting)).toMatchObject({ stage: 'preparing', replyDueOn: null, sequence: 1 });
    expect(made.desk.told(sitting)).toEqual([]);
  });
});

describe('a move follows the rules of calling', () => {
  it('changes nothing when it says what stands: no word, no revision, and the answers stay', () => {
    const { desk, ref } = called();
    const id = desk.sitting(ref).invitations[0]?.id;
    desk.done(ref, { type: 'answer-invitation', invitationId: id, reply: 'attend', proxyText: null, heard: 'phone' });
    const before = desk.sitting(ref);
    const words = desk.told(ref).length;
    const { heldOn, startsAt, endsAt, placeText } = before;
    expect(desk.give(ref, { type: 'move-sitting', heldOn, startsAt, endsAt, placeText })).toMatchObject({
      kind: 'changes',
      changes: [],
    });
    expect(desk.sitting(ref)).toEqual(before);
    expect(desk.told(ref)).toHaveLength(words);
    // The place alone is a move.
    desk.done(ref, { type: 'move-sitting', heldOn, startsAt, endsAt, placeText: 'text-elsewhere' });
    expect(desk.sitting(ref)).toMatchObject({ sequence: 1, invitations: [{ reply: null }, {}, {}] });
  });

  it.each([
    ['a Saturday', '2026-06-20'],
    ['a 祝日', '2026-07-20'],
  ])('not to a 休日: %s', (_day, heldOn) => {
    const { desk, ref } = called();
    expect(desk.answer(ref, move(heldOn))).toBe('sitting.closed-day');
    expect(desk.answer(ref, { ...move(heldOn), urgentReasonText: 'text-urgent' })).toBe('sitting.closed-day');
  });

  it('[R30] with less notice than the body wants only for a reason, which is kept', () => {
    const { desk, ref } = called();
    expect(desk.ask(ref, move('2026-06-05'))).toMatchObject({
      refusal: { code: 'sitting.notice-too-short', params: { field: 'urgentReasonText', notice: 4, wanted: 5 } },
    });
    expect(desk.answer(ref, move('2026-06-08'))).toBe('done');
    desk.done(ref, { ...move('2026-06-05'), urgentReasonText: 'text-urgent' });
    expect(desk.sitting(ref)).toMatchObject({ heldOn: '2026-06-05', urgentReasonText: 'text-urgent' });
  });

  it('not to an hour earlier today, also for a reason', () => {
    const { desk, ref } = called();
    const today = { ...move(desk.today), urgentReasonText: 'text-urgent' };
    expect(desk.answer(ref, { ...today, startsAt: '09:59' })).toBe('sitting.earlier-today');
    expect(desk.answer(ref, { ...today, startsAt: '10:00' })).toBe('done');
  });
});

describe('a sitting that is held', () => {
  it('[R35] on its day or after, by who was invited and the office, with the confidentiality words read or signed and the version kept', () => {
    const { desk, ref } = called();
    expect(desk.answer(ref, say.holdSitting())).toBe('sitting.before-its-day');
    desk.passTo('2026-06-15');
    expect(desk.answer(ref, say.holdSitting({ present: [] }))).toBe('sitting.nobody-present');
    expect(desk.answer(ref, say.holdSitting({ present: ['office', 'clinic'] }))).toBe('sitting.not-invited');
    desk.done(ref, say.holdSitting({ present: ['office', 'houkatsu'], acknowledgement: 'signed', chair: 'deputy' }));
    expect(desk.sitting(ref).attendance).toEqual({
      present: ['office', 'houkatsu'],
      acknowledgement: 'signed',
      textVersion: confidentialityTextVersions.supportMeeting,
      chair: 'deputy',
    });
    expect(desk.counted(ref)).toEqual(['sitting.supportMeeting']);
  });

  it('owes a disposition for every item and cannot close before: result, next step, owner and date', () => {
    const { desk, ref, caseRef, itemId } = called();
    const other = makeCase({ desk, stage: 'accepted' });
    const item = say.openSitting(desk, other.ref).item;
    desk.done(ref, { type: 'add-item', ...item });
    desk.passTo('2026-06-15');
    desk.done(ref, say.holdSitting());
    expect(desk.owed(ref)).toEqual(['disposition', 'disposition']);
    expect(desk.sittingStanding(ref).itemsWithoutDisposition).toBe(2);
    expect(desk.answer(ref, { type: 'close-sitting' }, workflow)).toBe('already-so');
    expect(desk.answer(ref, say.dispose(desk, itemId, 'shared', { dueOn: desk.today }))).toBe('date.not-ahead');
    expect(desk.answer(ref, say.dispose(desk, itemId, 'shared', { ownerAgency: 'nobody' }))).toBe('agency.unknown');
    expect(desk.answer(ref, say.dispose(desk, itemId, 'adequate'))).toBe('disposition.result-unfit');
    desk.done(ref, say.dispose(desk, itemId, 'shared', { taskId: 'task-a', dueOn: '2026-07-01' }));
    expect(desk.sitting(ref).items[0]?.disposition).toMatchObject({
      result: 'shared',
      ownerAgency: 'kikan',
      dueOn: '2026-07-01',
    });
    // the case has it in the same commit
    expect(desk.case(caseRef)).toMatchObject({
      placements: [{ result: 'shared' }],
      tasks: [{ id: 'task-a', agency: 'kikan', dueOn: '2026-07-01' }],
    });
    expect(desk.answer(ref, say.dispose(desk, itemId, 'shared'))).toBe('item.already-disposed');
    expect(desk.answer(ref, { type: 'close-sitting' }, workflow)).toBe('already-so');
    desk.done(ref, say.dispose(desk, item.itemId, 'adjourned'));
    desk.system(ref, 'close-sitting');
    expect(desk.sittingStanding(ref)).toMatchObject({ closed: true, nextDueAtMs: null });
    expect(desk.state(ref).obligations).toEqual({});
  });

  it('[R35] keeps the wording of that very meeting: that of a 支援会議 is not read at a 重層的支援会議', () => {
    const made = makeCase({ stage: 'adequacyReview' });
    const { sitting } = place(made, { body: 'planMeeting' });
    hold(made, sitting);
    expect(made.desk.sitting(sitting).attendance?.textVersion).toBe(confidentialityTextVersions.planMeeting);
    expect(confidentialityTextVersions.planMeeting).not.toBe(confidentialityTextVersions.supportMeeting);
  });

  it('[R77] counts an item as 事例検討 when it was discussed, not when it was put off', () => {
    const { desk, ref, itemId } = called();
    const other = makeCase({ desk, stage: 'accepted' });
    const { item } = say.openSitting(desk, other.ref);
    desk.done(ref, { type: 'add-item', ...item });
    desk.passTo('2026-06-15');
    desk.done(ref, say.holdSitting());
    desk.done(ref, say.dispose(desk, itemId, 'shared'));
    desk.done(ref, say.dispose(desk, item.itemId, 'adjourned'));
    expect(desk.counted(ref)).toEqual(['sitting.supportMeeting', 'item.supportMeeting']);
  });

  it('leaves nothing half done: a refusal by the case is a refusal of the whole', () => {
    const { desk, ref, itemId } = called();
    desk.passTo('2026-06-15');
    desk.done(ref, say.holdSitting());
    const before = desk.state(ref);
    expect(desk.give(ref, say.dispose(desk, itemId, 'adequate')).kind).toBe('refused');
    expect(desk.state(ref)).toBe(before);
  });

  it('not held on its day is a stall of the secretariat, counted once: the case that waits for it does not stand still of its own', () => {
    const { desk, ref, caseRef } = called();
    for (const { id } of desk.sitting(ref).invitations)
      desk.done(ref, { type: 'answer-invitation', invitationId: id, reply: 'attend', proxyText: null, heard: 'phone' });
    desk.passTo('2026-06-16');
    expect(desk.stall(ref)).toMatchObject({
      cause: 'holdingUnrecorded',
      dueOn: '2026-06-15',
      holder: { agency: 'office', post: 'coordinator' },
    });
    expect(desk.obligation(caseRef, 'sitting-awaited')).toMatchObject({ dueOn: '2026-06-15', blocking: true });
    expect(desk.stall(caseRef)).toBeUndefined();
    expect(desk.told(caseRef, 'escalation')).not.toContain('2026-06-16 escalation office/manager');
    expect(desk.told(ref, 'escalation')).toEqual(['2026-06-16 escalation office/manager']);
  });
});

describe('a sitting that is cancelled', () => {
  it('[R63] tells everyone who was invited with a higher SEQUENCE, by phone whom no mail reaches, drops the cases and then owes nothing', () => {
    const { desk, ref, caseRef } = called();
    desk.done(ref, { type: 'cancel-sitting', reasonText: desk.id('text') });
    const told = desk.notices
      .filter(({ notice }) => notice.kind === 'invitation-cancelled')
      .map(({ notice }) => [notice.recipient.agency, notice.sequence]);
    expect(told).toEqual([
      ['houkatsu', 1],
      ['shakyo', 1],
      ['minsei', 1],
    ]);
    expect(desk.sitting(ref).stage).toBe('cancelled');
    expect(desk.case(caseRef).placements).toEqual([]);
    expect(desk.owed(ref)).toEqual(['phone-message']);
    const [call] = desk.sitting(ref).calls;
    expect(call).toMatchObject({ kind: 'invitation-cancelled', agency: 'minsei', why: 'noMail', dueOn: '2026-06-03' });
    expect(desk.sittingStanding(ref)).toMatchObject({ closed: false, cancelled: true });
    desk.done(ref, { type: 'finish-call', callId: call?.id, how: 'phone' });
    expect(desk.answer(ref, { type: 'finish-call', callId: call?.id, how: 'phone' })).toBe('call.missing');
    expect(desk.owed(ref)).toEqual([]);
    expect(desk.sittingStanding(ref)).toMatchObject({ closed: true, cancelled: true, nextDueAtMs: null });
    const sent = desk.notices.filter((one) => one.ref.id === ref.id).length;
    desk.passTo('2026-07-31');
    expect(desk.notices.filter((one) => one.ref.id === ref.id)).toHaveLength(sent);
  });

  it('tells nobody who was never invited, and cannot be cancelled once it was held', () => {
    const made = makeCase({ stage: 'accepted' });
    const { sitting } = place(made);
    made.desk.done(sitting, { type: 'cancel-sitting', reasonText: 'text-0' });
    expect(made.desk.told(sitting)).toEqual([]);
    const { desk, ref } = called();
    desk.passTo('2026-06-15');
    desk.done(ref, say.holdSitting());
    expect(desk.answer(ref, { type: 'cancel-sitting', reasonText: 'text-0' })).toBe('sitting.not-in-stage');
  });
});
