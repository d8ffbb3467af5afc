import { describe, expect, it } from '@jest/globals';
import { numberingOf } from './numbering.ts';

describe('numbers within a 年度', () => {
  it.each([
    [2026, 1, 'R8-001'],
    [2026, 1_000, 'R8-1000'],
    [2019, 12, 'R1-012'],
    [2018, 7, 'H30-007'],
  ])('[R59] of 年度 %i the case with number %i is %s', (fiscalYear, n, expected) => {
    expect(numberingOf('support-case').given(fiscalYear, n)).toEqual({ caseNumber: expected });
  });

  it('of sittings are counted body by body', () => {
    const numbering = numberingOf('sitting');
    expect(numbering.counterOf({ type: 'open-sitting', body: 'planMeeting' })).toBe('ordinal.planMeeting');
    expect(numbering.given(2026, 3)).toEqual({ ordinal: 3 });
  });

  it('of sittings belong to the 年度 of their day, those of cases to the one in which they began', () => {
    const [march, april] = ['2027-03-31', '2027-04-01'].map((heldOn) => ({ type: 'open-sitting', heldOn }));
    expect([march, april].map((one) => numberingOf('sitting').dayOf(one ?? {}, '2027-03-15'))).toEqual([
      '2027-03-31',
      '2027-04-01',
    ]);
    expect(numberingOf('support-case').dayOf({ type: 'open-case' }, '2027-03-15')).toBe('2027-03-15');
  });
});
