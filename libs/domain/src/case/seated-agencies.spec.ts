import { describe, expect, it } from '@jest/globals';
import * as say from '../testing/case-script.ts';
import { call, makeCase } from '../testing/make-case.ts';
import { person } from '../testing/town-people.ts';

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
    // It was told: its part goes on until somebody ends it, or those who agreed to it take that back.
    desk.done(ref, release);
    expect(desk.answer(ref, release)).toBe('participant.not-there');
  });

  it('[R7] go on when the item is dropped that told them, with those who agreed to it', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    const sitting = planMeetingOf(made, ['houkatsu', 'kikan']);
    desk.done(sitting, { type: 'cancel-sitting', reasonText: desk.id('text') });
    desk.done(ref, say.withdraws(desk, say.mother));
    expect(desk.case(ref).withdrawals.at(-1)?.agencies).toContain('kikan');
  });

  it('[R65] take part no more from the day on which the item of a 支援会議 is dropped or left, and did until then', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    const place = { personIds: [say.mother], agencies: ['kikan', 'shakyo'], heldOn: desk.ahead(10) };
    const sitting = desk.newRef('sitting');
    desk.done(sitting, say.openSitting(desk, ref, place));
    call(made, sitting);
    const since = desk.today;
    desk.done(sitting, { type: 'acknowledge-secrecy', agency: 'kikan' }, person('kikan', 'staff'));
    desk.passTo(desk.ahead(1));
    desk.done(sitting, { type: 'cancel-sitting', reasonText: desk.id('text') });
    expect(desk.wholeCase(ref).participants.filter(({ basis }) => basis === 'meeting')).toEqual([
      { agency: 'kikan', since, basis: 'meeting', releasedOn: desk.today },
    ]);
  });
});
