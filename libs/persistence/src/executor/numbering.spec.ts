import { describe, expect, it } from '@jest/globals';
import { caseNumber } from './numbering.ts';

describe('caseNumber', () => {
  it.each([
    [2026, 1, 'R8-001'],
    [2026, 1_000, 'R8-1000'],
    [2019, 12, 'R1-012'],
    [2018, 7, 'H30-007'],
  ])('[R59] of 年度 %i is number %i as %s', (fiscalYear, n, expected) => {
    expect(caseNumber(fiscalYear, n)).toBe(expected);
  });
});
