import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '#libs/domain';
import * as say from '../../../../../libs/domain/src/testing/case-script.ts';
import { makeCase, place } from '../../../../../libs/domain/src/testing/make-case.ts';
import { person, worker } from '../../../../../libs/domain/src/testing/town-people.ts';
import { CaseReading } from './case-reading.ts';
import { readingDisclosures } from './reading-disclosures.ts';

/** Of whom what is written down when somebody of that agency reads everything that is for it. */
function toldTo(
  agency: string,
  made: ReturnType<typeof makeCase>,
  change: Partial<CaseState> = {},
  post: 'staff' | 'coordinator' = 'staff',
): readonly string[] {
  const state = { ...made.desk.wholeCase(made.ref), ...change };
  const ctx = made.desk.context(person(agency, post));
  return readingDisclosures(state, ctx, new CaseReading(ctx.actor, { state, ...ctx })).map(
    ({ personId, what, basis }) => `${(personId ?? '').replace('resident-', '')} ${what} ${basis}`,
  );
}

describe('what went to an agency by reading', () => {
  it('[R64] names only the person who agreed, kind of text by kind of text, and no text that is about another too', () => {
    const made = makeCase({ stage: 'accepted' });
    made.desk.done(made.ref, say.sendHandoff(made.desk, { to: 'kikan', main: false, personIds: [say.mother] }));
    made.desk.done(made.ref, say.consents(made.desk));
    expect(toldTo('kikan', made)).toEqual(['mother name consent', 'mother handoff personalInformationAct69-2']);
  });

  it('[R64] names the 根拠規定 of a つなぎ for whom it told of, and not the item of a 支援会議 on which the reader does not sit', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    place(made, { personIds: [say.mother, say.son], agencies: ['shakyo'] });
    desk.done(
      ref,
      say.sendHandoff(desk, { handoffId: 'handoff-kikan', to: 'kikan', main: false, personIds: [say.son] }),
    );
    desk.done(ref, { type: 'accept-handoff', handoffId: 'handoff-kikan', answerText: null }, person('kikan', 'staff'));
    expect(toldTo('kikan', made)).toEqual([
      'son name personalInformationAct69-2',
      'son handoff personalInformationAct69-2',
    ]);
  });

  it('[R64] rests on the basis of the 支援会議 on which the agency sat with the person, also when that item has left the state', () => {
    const made = makeCase({ stage: 'accepted' });
    const { past, participants } = made.desk.case(made.ref);
    const seats = { [say.mother]: { legalBasis: 'socialWelfareAct106-6', agencies: ['clinic'] } };
    const row = { agency: 'clinic', since: made.desk.today, basis: 'meeting', releasedOn: null } as const;
    const told = toldTo('clinic', made, { past: { ...past, seats }, participants: [...participants, row] });
    expect(told[0]).toBe('mother name socialWelfareAct106-6');
    expect(told.some((one) => one.startsWith('son'))).toBe(false);
  });

  it.each(['staff', 'coordinator'] as const)(
    '[R64] of a つなぎ to the office without 根拠規定 names who agreed, and of the others nothing: a つなぎ is no ground by itself (%s)',
    (post) => {
      const made = makeCase({ stage: 'handoff' });
      const { desk, ref } = made;
      expect(desk.case(ref).handoffs).toMatchObject([{ to: 'office', legalBasis: null }]);
      expect(toldTo('office', made, {}, post)).toEqual([]);
      desk.done(ref, say.consents(desk, say.mother, { agencies: ['office', 'houkatsu'] }));
      expect(toldTo('office', made, {}, post).filter((one) => one.includes('handoff'))).toEqual([
        'mother handoff consent',
      ]);
    },
  );

  it('is nothing for the agency that wrote the case down', () => {
    const made = makeCase({ stage: 'accepted' });
    expect(worker).toMatchObject({ agency: 'houkatsu' });
    expect(toldTo('houkatsu', made)).toEqual([]);
  });
});
