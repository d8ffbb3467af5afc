import { describe, expect, it } from '@jest/globals';
import type { Basis } from '#libs/access';
import type { Actor } from '#libs/domain';
import * as say from '../../../../../libs/domain/src/testing/case-script.ts';
import { makeCase, place } from '../../../../../libs/domain/src/testing/make-case.ts';
import { coordinator, person } from '../../../../../libs/domain/src/testing/town-people.ts';
import { sittingDisclosures } from './item-disclosures.ts';
import type { ItemPersons } from './item-view.ts';

/** A 案件 about the mother, who has agreed to the office; the son has agreed to nobody. The page names her, and both where the household is asked about. */
function itemOnSitting(): ReturnType<typeof makeCase> & { readonly shownTo: (reader: Actor, ground: Basis) => object } {
  const made = makeCase({ stage: 'accepted' });
  const { desk, ref } = made;
  desk.done(ref, say.consents(desk, say.mother, { agencies: ['office'] }));
  const { sitting, itemId } = place(made, { personIds: [say.mother] });
  const nameOf = (id: string): { readonly id: string; readonly label: string } => ({ id, label: '見本' });
  const household = [say.mother, say.son].map(nameOf);
  const shownTo = (reader: Actor, ground: Basis): object => {
    const named: ItemPersons = new Map([
      [itemId, { persons: [nameOf(say.mother)], household: reader === coordinator ? household : [] }],
    ]);
    return sittingDisclosures(desk.context(reader), {
      read: desk.sitting(sitting).items,
      named,
      cases: new Map([[ref.id, desk.case(ref)]]),
      reading: { groundOf: () => ground },
    }).map(({ recordId, disclosures }) => ({
      ofCase: recordId === ref.id,
      rows: disclosures.map(({ personId, toAgency, what, basis }) => [personId, toAgency, what, basis].join(' ')),
    }));
  };
  return { ...made, shownTo };
}

describe('what the page of a sitting shows of the cases on it', () => {
  it('[R64] writes down each name of a household that is shown, once, with the ground that opened it', () => {
    expect(itemOnSitting().shownTo(coordinator, 'office')).toEqual([
      { ofCase: true, rows: [`${say.mother} office name consent`] },
    ]);
  });

  it("[R64] writes down that the case was read, also where every name was opened by the office's task and went to nobody", () => {
    const { desk, ref, shownTo } = itemOnSitting();
    desk.done(ref, say.withdraws(desk));
    expect(shownTo(coordinator, 'office')).toEqual([{ ofCase: true, rows: [] }]);
  });

  it('[R64][R65] says of a manager the recorded reason, for whom the 案件 is about and nobody else', () => {
    expect(itemOnSitting().shownTo(person('office', 'manager'), 'reason')).toEqual([
      { ofCase: true, rows: [`${say.mother} office item-texts reason`] },
    ]);
  });
});
