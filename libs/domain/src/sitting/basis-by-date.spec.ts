import { describe, expect, it } from '@jest/globals';
import type { BasisPeriod } from '../rules/municipality-rules.ts';
import * as say from '../testing/case-script.ts';
import { DomainDesk } from '../testing/domain-desk.ts';
import { makeCase, place, type MadeCase } from '../testing/make-case.ts';
import { townRules } from '../testing/town-rules.ts';

const preparing: BasisPeriod = { from: null, programmeStatus: 'preparing', usable: false, verified: true };
const implementing: BasisPeriod = { from: '2026-08-03', programmeStatus: 'implementing', usable: true, verified: true };

/** A town whose 支援会議 may meet in these stretches of time; its 重層的支援会議 always. */
const townWith = (...basisPeriods: readonly BasisPeriod[]): ReturnType<typeof townRules> => {
  const rules = townRules();
  return {
    ...rules,
    bodies: rules.bodies.map((body) => (body.kind === 'supportMeeting' ? { ...body, basisPeriods } : body)),
  };
};

describe('社会福祉法106条の6, by 実施区分 and the day of the sitting', () => {
  let made: MadeCase;
  const opens = (heldOn: string, body = 'supportMeeting'): string =>
    made.desk.answer(made.desk.newRef('sitting'), say.openSitting(made.desk, made.ref, { heldOn, body }));

  it('[R6] is refused on a day of 移行準備 and taken from the first day of 本実施, whenever it is opened', () => {
    made = makeCase({ desk: new DomainDesk(), stage: 'accepted' });
    made.desk.rules = townWith(preparing, implementing);
    made.desk.passTo('2026-07-10');
    expect(opens('2026-07-31')).toBe('basis.not-usable');
    expect(opens('2026-08-03')).toBe('done');
  });

  it('[R6] is asked again when a sitting moves, is called and takes another case', () => {
    made = makeCase({ desk: new DomainDesk(), stage: 'accepted' });
    const { desk } = made;
    const other = makeCase({ desk, stage: 'accepted' });
    desk.rules = townWith(preparing, implementing);
    desk.passTo('2026-07-10');
    const { sitting } = place(made, { heldOn: '2026-08-03' });
    const to = (heldOn: string): string =>
      desk.answer(sitting, { type: 'move-sitting', heldOn, startsAt: '10:00', endsAt: '11:00', placeText: 'text-0' });
    expect([to('2026-07-31'), to('2026-08-04')]).toEqual(['basis.not-usable', 'done']);
    // The town found out that it begins later.
    desk.rules = townWith(preparing, { ...implementing, from: '2026-09-01' });
    expect(desk.answer(sitting, say.callSitting(desk, ['houkatsu', 'shakyo']))).toBe('basis.not-usable');
    const item = say.openSitting(desk, other.ref).item;
    expect(desk.answer(sitting, { type: 'add-item', ...item })).toBe('basis.not-usable');
  });

  it('[R6] is refused only by what the municipality has confirmed', () => {
    made = makeCase({ desk: new DomainDesk(), stage: 'accepted' });
    made.desk.rules = townWith({ ...preparing, verified: false });
    expect(opens(made.desk.ahead(5))).toBe('done');
  });

  it('[R83] needs no 重層 where the profile says so, and keeps no other meeting of the town', () => {
    made = makeCase({ desk: new DomainDesk(), stage: 'planning' });
    made.desk.rules = townWith({ from: null, programmeStatus: 'notImplementing', usable: true, verified: true });
    expect(opens(made.desk.ahead(5))).toBe('done');
    made.desk.rules = townWith({ from: null, programmeStatus: 'notImplementing', usable: false, verified: true });
    expect(opens(made.desk.ahead(5))).toBe('basis.not-usable');
    made.desk.done(made.ref, say.consents(made.desk));
    expect(
      made.desk.answer(
        made.desk.newRef('sitting'),
        say.openSitting(made.desk, made.ref, {
          heldOn: made.desk.ahead(5),
          body: 'planMeeting',
          purpose: 'informationSharing',
        }),
      ),
    ).toBe('done');
  });
});
