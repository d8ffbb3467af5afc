import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordRef } from '#libs/contracts';
import * as say from '../../testing/case-script.ts';
import type { Said } from '../../testing/domain-desk.ts';
import { call, hold, makeCase, place, type MadeCase } from '../../testing/make-case.ts';
import { coordinator, person } from '../../testing/town-people.ts';
import { seatOn } from '../../sitting/agenda/seats-on-items.ts';
import { hasAcknowledged } from '../../sitting/invitation/acknowledge-secrecy.ts';
import { sittingDefinition } from '../../sitting/sitting.ts';
import { seatOpens } from './seats.ts';

let made: MadeCase;
let sitting: RecordRef;
let itemId: string;

const give = (
  command: Said,
  ...by: Parameters<typeof made.desk.done> extends [unknown, unknown, ...infer R] ? R : never
): void => {
  made.desk.done(sitting, command, ...by);
};
/** What the seat of each agency opens, as the case knows it. */
const opens = (): Readonly<Record<string, string>> => {
  const state = made.desk.case(made.ref);
  const placement = state.placements.find((one) => one.itemId === itemId);
  return Object.fromEntries(
    (placement?.agencies ?? []).map((agency) => [agency, placement ? seatOpens(state, placement, agency) : '']),
  );
};
const takesPart = (agency: string): boolean =>
  made.desk.case(made.ref).participants.some((one) => one.agency === agency && one.releasedOn === null);
const answer = (agency: string, reply: string): void => {
  const { invitations, sequence } = made.desk.sitting(sitting);
  const invitationId = invitations.find((one) => one.agency === agency)?.id;
  give({ type: 'answer-invitation', invitationId, reply, proxyText: null, sequence });
};
const acknowledge = (agency: string): void => {
  give({ type: 'acknowledge-secrecy', agency }, person(agency, 'staff'));
};
const holdWith = (...present: readonly string[]): void => {
  made.desk.passTo(made.desk.sitting(sitting).heldOn);
  give(say.holdSitting({ present: ['office', ...present] }));
};

const placeOn = (body: 'supportMeeting' | 'planMeeting'): void => {
  made = makeCase({ stage: 'accepted' });
  const { desk, ref } = made;
  if (body === 'planMeeting') desk.done(ref, say.consents(desk, say.mother, { agencies: ['kikan', 'shakyo'] }));
  ({ sitting, itemId } = place(made, {
    body,
    purpose: 'informationSharing',
    personIds: [say.mother],
    agencies: ['kikan', 'shakyo'],
    heldOn: desk.ahead(10),
  }));
};

describe('a seat on an item of a 支援会議', () => {
  beforeEach(() => {
    placeOn('supportMeeting');
  });

  it('[R24] opens nothing when it is placed, nor when it is called; what has to be prepared with 守秘義務の確認', () => {
    expect([opens(), takesPart('kikan')]).toEqual([{ kikan: 'nothing', shakyo: 'nothing' }, false]);
    call(made, sitting);
    expect([opens(), takesPart('kikan')]).toEqual([{ kikan: 'nothing', shakyo: 'nothing' }, false]);
    expect(made.desk.answer(sitting, { type: 'acknowledge-secrecy', agency: 'kikan' })).toBe('answer.way-missing');
    acknowledge('kikan');
    expect([opens(), takesPart('kikan'), takesPart('shakyo')]).toEqual([
      { kikan: 'preparation', shakyo: 'nothing' },
      true,
      false,
    ]);
    expect(made.desk.answer(sitting, { type: 'acknowledge-secrecy', agency: 'kikan' })).toBe(
      'sitting.secrecy-acknowledged',
    );
    expect(made.desk.answer(sitting, { type: 'acknowledge-secrecy', agency: 'minsei', heard: 'phone' })).toBe(
      'sitting.not-invited',
    );
  });

  it('[R35] lets each of an agency prepare who has acknowledged 守秘義務, and not a colleague who has not', () => {
    const opensTo = (membershipId: string): string | undefined => {
      const state = made.desk.case(made.ref);
      const placement = state.placements.find((one) => one.itemId === itemId);
      return placement && seatOpens(state, placement, 'kikan', membershipId);
    };
    const [staff, head] = [person('kikan', 'staff'), person('kikan', 'head')];
    const bothRead = (): readonly unknown[] => [opensTo(staff.membershipId), opensTo(head.membershipId)];
    call(made, sitting);
    give({ type: 'acknowledge-secrecy', agency: 'kikan', heard: 'phone' });
    expect([opens()['kikan'], ...bothRead()]).toEqual(['preparation', 'nothing', 'nothing']);
    give({ type: 'acknowledge-secrecy', agency: 'kikan' }, staff);
    expect(bothRead()).toEqual(['preparation', 'nothing']);
    answer('kikan', 'absent');
    answer('kikan', 'attend');
    expect(bothRead()).toEqual(['preparation', 'nothing']);
    give({ type: 'acknowledge-secrecy', agency: 'kikan' }, head);
    expect(bothRead()).toEqual(['preparation', 'preparation']);
    expect(made.desk.answer(sitting, { type: 'acknowledge-secrecy', agency: 'kikan' }, head)).toBe(
      'sitting.secrecy-acknowledged',
    );
    holdWith('kikan');
    expect(opensTo('member-new')).toBe('result');
  });

  it('[R35] stays open to all of an agency whose acknowledgement was kept without a person', () => {
    const { definition, state } = { definition: sittingDefinition, state: made.desk.sitting(sitting) };
    const old = {
      type: 'secrecy-acknowledged',
      v: 1,
      on: '2026-10-01',
      agency: 'kikan',
      textVersion: 'x',
      entered: null,
    };
    const after = definition.apply(state, old as never);
    expect([after.acknowledged, after.acknowledgedBy]).toEqual([['kikan'], undefined]);
    expect(hasAcknowledged(after, 'kikan', person('kikan', 'head'))).toBe(true);
    expect(seatOn({ ...after, stage: 'called', convener: 'kikan' }, { kind: 'supportMeeting' }, 'kikan')).toEqual({
      agency: 'kikan',
      standing: 'preparing',
    });
  });

  it('[R24] ends with 欠席, comes back with another answer, and is asked anew when the day moves', () => {
    call(made, sitting);
    acknowledge('kikan');
    answer('kikan', 'absent');
    expect([opens()['kikan'], takesPart('kikan')]).toEqual(['nothing', false]);
    answer('kikan', 'written');
    expect(opens()['kikan']).toBe('preparation');
    answer('kikan', 'absent');
    const { placeText } = made.desk.sitting(sitting);
    give({ type: 'move-sitting', heldOn: made.desk.ahead(12), startsAt: '10:00', endsAt: '11:00', placeText });
    expect([opens()['kikan'], takesPart('kikan')]).toEqual(['preparation', true]);
  });

  it('[R24] opens the 協議結果 to whoever was there, and to others when it is told to them', () => {
    call(made, sitting);
    acknowledge('shakyo');
    holdWith('kikan');
    expect(opens()).toEqual({ kikan: 'result', shakyo: 'nothing' });
    const release = { type: 'release-disposition', itemId, agency: 'shakyo' };
    expect(made.desk.answer(sitting, release)).toBe('item.not-disposed');
    give(say.dispose(made.desk, itemId, 'shared'));
    expect(made.desk.answer(sitting, { ...release, agency: 'kikan' })).toBe('item.agency-not-absent');
    give(release);
    expect([opens()['shakyo'], takesPart('shakyo')]).toEqual(['result', true]);
    expect(made.desk.answer(sitting, release)).toBe('item.agency-not-absent');
  });

  it('[R24] ends with the track, also for what has left the state, and a new item gives none of it back', () => {
    call(made, sitting);
    holdWith('kikan', 'shakyo');
    give(say.dispose(made.desk, itemId, 'shared'));
    expect(opens()).toEqual({ kikan: 'result', shakyo: 'result' });
    made.desk.done(made.ref, { type: 'review-track', nextReviewOn: null, text: 'text-end' });
    expect([opens(), takesPart('kikan')]).toEqual([{ kikan: 'nothing', shakyo: 'nothing' }, false]);
    const again = place(made, { purpose: 'judgement', personIds: [say.mother], agencies: ['kikan'] });
    expect(again.itemId).not.toBe(itemId);
    expect(opens()).toEqual({ kikan: 'nothing', shakyo: 'nothing' });
  });

  it('[R24] ends with the track, and not for what a sitting of the same day decides afterwards', () => {
    const { desk, ref } = made;
    call(made, sitting);
    holdWith('kikan');
    give(say.dispose(desk, itemId, 'shared'));
    desk.done(ref, { type: 'review-track', nextReviewOn: null, text: 'text-end' });
    expect(opens()['kikan']).toBe('nothing');
    const urgent = place(made, {
      purpose: 'judgement',
      personIds: [say.mother],
      agencies: ['kikan'],
      heldOn: desk.today,
    });
    hold(made, urgent.sitting);
    desk.done(urgent.sitting, say.dispose(desk, urgent.itemId, 'shared'));
    expect(opens()['kikan']).toBe('nothing');
    itemId = urgent.itemId;
    expect([opens()['kikan'], takesPart('kikan')]).toEqual(['result', true]);
  });

  it('[R24] that has ended opens no more: the 協議結果 is told to nobody of it, and that it was is not written down', () => {
    call(made, sitting);
    holdWith('kikan');
    give(say.dispose(made.desk, itemId, 'trackEnded'));
    const release = { type: 'release-disposition', itemId, agency: 'shakyo' };
    expect(made.desk.answer(sitting, release)).toBe('item.seat-ended');
    expect([opens()['shakyo'], takesPart('shakyo')]).toEqual(['nothing', false]);
  });

  it('[R24] on an item that has left the state opens no more either', () => {
    call(made, sitting);
    holdWith('kikan');
    give(say.dispose(made.desk, itemId, 'shared'));
    const release = { type: 'release-disposition', itemId, agency: 'shakyo' };
    for (const _later of [1, 2, 3]) {
      const next = place(made, { purpose: 'judgement', personIds: [say.mother], agencies: ['kikan'] });
      hold(made, next.sitting);
      made.desk.done(next.sitting, say.dispose(made.desk, next.itemId, 'shared'));
    }
    expect(made.desk.case(made.ref).placements.some((one) => one.itemId === itemId)).toBe(false);
    expect(made.desk.answer(sitting, release)).toBe('item.seat-ended');
  });

  it('[R12] is left by an agency that is released, which forgets what the seat opened', () => {
    const { desk, ref } = made;
    const release = { type: 'release-agency', agency: 'kikan', reasonText: desk.id('text') };
    call(made, sitting);
    acknowledge('kikan');
    expect(desk.answer(ref, release)).toBe('participant.on-open-item');
    expect(desk.answer(sitting, { type: 'take-off-item', itemId, agency: 'kikan' })).toBe('item.agency-awaited');
    holdWith('kikan');
    give(say.dispose(desk, itemId, 'shared', { ownerAgency: 'shakyo' }));
    const next = place(made, { purpose: 'judgement', personIds: [say.mother], agencies: ['kikan', 'shakyo'] });
    desk.done(ref, release);
    expect(opens()['kikan']).toBe('nothing');
    expect(desk.sitting(next.sitting).items[0]?.agencies).toEqual(['shakyo']);
    expect(desk.case(ref).placements.at(-1)?.agencies).toEqual(['shakyo']);
  });
});

describe('a seat on an item of a 重層的支援会議', () => {
  beforeEach(() => {
    placeOn('planMeeting');
  });

  it('[R24] opens with the call, without 守秘義務の確認: what is shared there rests on consent', () => {
    expect([opens(), takesPart('kikan')]).toEqual([{ kikan: 'nothing', shakyo: 'nothing' }, false]);
    call(made, sitting);
    expect([opens(), takesPart('kikan')]).toEqual([{ kikan: 'preparation', shakyo: 'preparation' }, true]);
    expect(made.desk.answer(sitting, { type: 'acknowledge-secrecy', agency: 'kikan' }, coordinator)).toBe(
      'sitting.secrecy-not-asked',
    );
  });

  it('[R7] is dropped after it was told: who was told goes on with those who agreed, and is told of their withdrawal', () => {
    const { desk, ref } = made;
    call(made, sitting);
    give({ type: 'remove-item', itemId });
    expect([opens(), takesPart('kikan')]).toEqual([{}, true]);
    desk.done(ref, say.withdraws(desk, say.mother));
    expect(desk.case(ref).withdrawals.at(-1)?.agencies).toEqual(expect.arrayContaining(['kikan', 'shakyo']));
  });

  it('is left while nobody was told of it, and after a 欠席; then no word of the sitting goes there any more', () => {
    const off = (agency: string): Said => ({ type: 'take-off-item', itemId, agency });
    give(off('kikan'));
    expect(opens()).toEqual({ shakyo: 'nothing' });
    expect(made.desk.answer(sitting, off('kikan'))).toBe('item.agency-missing');
    call(made, sitting);
    expect(made.desk.answer(sitting, off('shakyo'))).toBe('item.agency-awaited');
    answer('shakyo', 'absent');
    give(off('shakyo'));
    expect(made.desk.sitting(sitting).invitations.map(({ agency }) => agency)).toEqual(['houkatsu']);
    expect(opens()).toEqual({});
  });
});
