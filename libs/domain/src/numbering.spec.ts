import { describe, expect, it } from '@jest/globals';
import { numberingOf } from './numbering.ts';

describe('numbers within a 年度', () => {
  it.each([
    [2026, 1, 'R8-001'],
    [2026, 1_000, 'R8-1000'],
    [2019, 12, 'R1-012'],
    [2018, 7, 'H30-007'],
  ])('[R59] of 年度 %i the case with number %i is %s', (fiscalYear, n, expected) => {
    expect(numberingOf('support-case')?.given(fiscalYear, n)).toEqual({ caseNumber: expected });
  });

  it('are not given to a sitting at its opening: 第n回 follows the day it is held', () => {
    expect(numberingOf('sitting')).toBeNull();
  });
});
