import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordRef } from '#libs/contracts';
import type { Obligation } from '../../record/obligation.ts';
import { call, hold, makeCase, place, type MadeCase } from '../../testing/make-case.ts';
import { person } from '../../testing/town-people.ts';

let made: MadeCase;
let sitting: RecordRef;

const owed = (): readonly Pick<Obligation, 'holder' | 'dueOn' | 'blocking'>[] =>
  Object.values(made.desk.sitting(sitting).obligations)
    .filter(({ kind }) => kind === 'secrecy-acknowledgement')
    .map(({ holder, dueOn, blocking }) => ({ holder, dueOn, blocking }));
const answer = (agency: string, reply: string, more: object = {}): void => {
  const { invitations, sequence } = made.desk.sitting(sitting);
  const invitationId = invitations.find((one) => one.agency === agency)?.id;
  made.desk.done(sitting, { type: 'answer-invitation', invitationId, reply, proxyText: null, sequence, ...more });
};
const placeOn = (body: 'supportMeeting' | 'planMeeting'): void => {
  made = makeCase({ stage: 'accepted' });
  ({ sitting } = place(made, { body, agencies: ['kikan', 'shakyo'] }));
  call(made, sitting);
};

describe('守秘義務の確認 of a 支援会議', () => {
  beforeEach(() => {
    placeOn('supportMeeting');
  });

  it('[R35] is owed, until the day of the sitting, by an agency that has said to come, and by no other', () => {
    expect(owed()).toEqual([]);
    answer('kikan', 'attend');
    answer('shakyo', 'absent');
    const { heldOn } = made.desk.sitting(sitting);
    expect(owed()).toEqual([{ holder: { agency: 'kikan', post: 'staff' }, dueOn: heldOn, blocking: false }]);
  });

  it('[R35] is done when somebody of the agency has acknowledged it, and over with the sitting', () => {
    answer('kikan', 'attend');
    answer('shakyo', 'online');
    made.desk.done(sitting, { type: 'acknowledge-secrecy', agency: 'kikan' }, person('kikan', 'staff'));
    expect(owed().map(({ holder }) => holder.agency)).toEqual(['shakyo']);
    hold(made, sitting);
    expect(owed()).toEqual([]);
  });

  it('[R35] is heard by the secretariat of an agency that no mail reaches', () => {
    made.desk.rules = {
      ...made.desk.rules,
      agencies: made.desk.rules.agencies.map((one) =>
        one.code === 'kikan' ? { ...one, channel: 'phone' as const } : one,
      ),
    };
    answer('kikan', 'attend', { heard: 'phone' });
    expect(owed()).toMatchObject([{ holder: { agency: 'office', post: 'coordinator' } }]);
  });
});
