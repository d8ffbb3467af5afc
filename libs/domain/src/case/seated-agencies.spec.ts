import { describe, expect, it } from '@jest/globals';
import * as say from '../testing/case-script.ts';
import { call, makeCase } from '../testing/make-case.ts';

const planMeetingOf = (
  made: ReturnType<typeof makeCase>,
  agencies: readonly string[],
): ReturnType<typeof made.desk.newRef> => {
  const { desk, ref } = made;
  desk.done(ref, say.consents(desk, say.mother, { agencies: ['houkatsu', 'kikan'] }));
  const sitting = desk.newRef('sitting');
  desk.done(
    sitting,
    say.openSitting(desk, ref, {
      body: 'planMeeting',
      purpose: 'informationSharing',
      personIds: [say.mother],
      heldOn: '2026-06-15',
      agencies,
    }),
  );
  call(made, sitting);
  return sitting;
};

describe('agencies that sit on an item', () => {
  it('[R7] thaws an item only when the new consent holds again for the agency it was taken back from', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    planMeetingOf(made, ['houkatsu', 'kikan']);
    desk.done(ref, say.withdraws(desk, say.mother, { agencies: ['kikan'] }));
    expect(desk.case(ref).placements[0]).toMatchObject({
      frozen: true,
      withdrawn: [{ personId: say.mother, agency: 'kikan' }],
    });
    desk.done(ref, say.consents(desk, say.mother, { agencies: ['houkatsu'] }));
    expect(desk.case(ref).placements[0]).toMatchObject({ frozen: true });
    desk.done(ref, say.consents(desk, say.mother, { agencies: ['houkatsu', 'kikan'] }));
    expect(desk.case(ref).placements[0]).toMatchObject({ frozen: false, withdrawn: [] });
  });

  it('[R12] are not released while they are awaited there', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    const sitting = planMeetingOf(made, ['houkatsu', 'kikan']);
    const release = { type: 'release-agency', agency: 'kikan', reasonText: desk.id('text') };
    expect(desk.answer(ref, release)).toBe('participant.on-open-item');
    desk.done(sitting, { type: 'remove-item', itemId: desk.sitting(sitting).items[0]?.id ?? '' });
    expect(desk.answer(ref, release)).toBe('participant.not-there');
  });

  it('[R65] lets go of an agency that was only to sit on an item that was dropped', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    const agencies = (): readonly string[] => desk.case(ref).participants.map(({ agency }) => agency);
    const before = agencies();
    const sitting = planMeetingOf(made, ['houkatsu', 'kikan']);
    expect(agencies()).toContain('kikan');
    desk.done(sitting, { type: 'cancel-sitting', reasonText: desk.id('text') });
    expect(agencies()).toEqual(before);
  });
});
