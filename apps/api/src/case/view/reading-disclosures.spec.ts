import { describe, expect, it } from '@jest/globals';
import { makeCase } from '../../../../../libs/domain/src/testing/make-case.ts';
import { person } from '../../../../../libs/domain/src/testing/town-people.ts';
import { groundsFor } from '../../testing/partial-grounds.ts';
import { CaseReading } from './case-reading.ts';
import { readingDisclosures } from './reading-disclosures.ts';

describe('what went to an agency by reading', () => {
  const { desk, ref } = makeCase({ stage: 'accepted' });
  const state = desk.case(ref);
  const reader = person('hoken', 'staff');
  const grounds = (past: typeof state.past): readonly string[] =>
    readingDisclosures(
      { ...state, past },
      desk.context(reader),
      new CaseReading(reader, { state, ...desk.context(reader) }, groundsFor(() => true).may),
    ).map(({ basis }) => basis);

  it('[R64] rests on the つなぎ where there is neither consent nor an item', () => {
    expect(grounds(state.past)).toEqual(state.persons.map(() => 'handoff'));
  });

  it('[R64] rests on the basis of the 支援会議 on which the agency sat with the person, also when that item has left the state', () => {
    const [first] = state.persons;
    const seats = { [first?.id ?? '']: { legalBasis: 'socialWelfareAct106-6', agencies: ['hoken'] } };
    expect(grounds({ ...state.past, seats })[0]).toBe('socialWelfareAct106-6');
  });
});
