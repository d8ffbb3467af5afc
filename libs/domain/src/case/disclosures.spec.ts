import { describe, expect, it } from '@jest/globals';
import { definitionOf } from '../definitions.ts';
import { disclosed } from '../record/said-of-events.ts';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { call, makeCase, place, type MadeCase } from '../testing/make-case.ts';
import { person } from '../testing/town-people.ts';

/** `resident-son → kikan (consent)` for each disclosure that events of this type are. */
function disclosures({ desk, ref }: MadeCase, type: string): readonly string[] {
  const events = (desk.logs.get(ref.id) ?? []).filter((event) => event.type === type);
  return disclosed(definitionOf(ref.kind), events, desk.case(ref), desk.context()).map(
    ({ personId, toAgency, basis }) => `${personId} → ${toAgency} (${basis})`,
  );
}

describe('情報提供の記録', () => {
  it('[R64] has of a つなぎ every person of the household, not the first alone', () => {
    expect(disclosures(makeCase({ stage: 'handoff' }), 'handoff-sent')).toEqual([
      'resident-mother → office (office)',
      'resident-son → office (office)',
    ]);
  });

  it('[R64] has of the roles of a plan each agency that was told, and each person who consents', () => {
    const made = situations.rolesUntold();
    const { desk, ref } = made;
    desk.system(ref, 'tell-roles');
    expect(disclosures(made, 'roles-told')).toEqual([
      'resident-mother → houkatsu (consent)',
      'resident-mother → kikan (consent)',
    ]);
    const both = makeCase({ stage: 'assessment' });
    both.desk.done(both.ref, say.consents(both.desk, say.son));
    both.desk.system(both.ref, 'ask-for-sheets');
    expect(disclosures(both, 'sheets-asked')).toEqual([
      'resident-mother → houkatsu (consent)',
      'resident-son → houkatsu (consent)',
    ]);
  });

  it('[R64] has of a 案件 each person named on it for each agency to which it opened, under the basis of the item', () => {
    const made = makeCase({ stage: 'accepted' });
    const { sitting } = place(made, { personIds: [say.mother, say.son], agencies: ['kikan', 'shakyo'] });
    call(made, sitting);
    expect(disclosures(made, 'placed-on-sitting')).toEqual([]);
    expect(disclosures(made, 'seats-changed')).toEqual([]);
    for (const agency of ['kikan', 'shakyo'])
      made.desk.done(sitting, { type: 'acknowledge-secrecy', agency, heard: null }, person(agency, 'staff'));
    expect(disclosures(made, 'seats-changed')).toEqual([
      'resident-mother → kikan (socialWelfareAct106-6)',
      'resident-son → kikan (socialWelfareAct106-6)',
      'resident-mother → shakyo (socialWelfareAct106-6)',
      'resident-son → shakyo (socialWelfareAct106-6)',
    ]);
  });

  it('[R64] has nothing of an item whose consent was taken back before the call, and all of it once a new consent frees it', () => {
    const made = makeCase({ stage: 'accepted' });
    for (const id of [say.mother, say.son])
      made.desk.done(made.ref, say.consents(made.desk, id, { agencies: ['kikan', 'shakyo'] }));
    const { sitting } = place(made, {
      body: 'planMeeting',
      purpose: 'informationSharing',
      personIds: [say.mother, say.son],
      agencies: ['kikan', 'shakyo'],
    });
    made.desk.done(made.ref, say.withdraws(made.desk, say.mother, { agencies: ['kikan'] }));
    call(made, sitting);
    expect(disclosures(made, 'seats-changed')).toEqual([]);
    made.desk.done(made.ref, say.consents(made.desk, say.mother, { agencies: ['kikan', 'shakyo'] }));
    expect(disclosures(made, 'consent-recorded')).toEqual([
      'resident-mother → kikan (municipalGuideline)',
      'resident-son → kikan (municipalGuideline)',
      'resident-mother → shakyo (municipalGuideline)',
      'resident-son → shakyo (municipalGuideline)',
    ]);
  });
});
