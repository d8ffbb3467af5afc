import { describe, expect, it } from '@jest/globals';
import { refusalOfDays } from './days.ts';
import { birthYear, date, list, orNull, part } from './fields.ts';

const today = '2026-11-20';
const codeOf = (field: ReturnType<typeof date>, on: string | null): string | undefined =>
  refusalOfDays({ on: orNull(field) }, { on }, today)?.code;

describe('a date in a command', () => {
  it('of something that was done lies between the beginning of 平成 and today', () => {
    expect(['1989-01-07', '1989-01-08', '2026-11-20', '2026-11-21'].map((on) => codeOf(date('done'), on))).toEqual([
      'date.too-early',
      undefined,
      undefined,
      'date.in-future',
    ]);
  });

  it('of something to come lies after today and within five years', () => {
    expect(['2026-11-20', '2026-11-21', '2031-11-20', '2031-11-21'].map((on) => codeOf(date('coming'), on))).toEqual([
      'date.not-ahead',
      undefined,
      undefined,
      'date.too-far',
    ]);
  });

  it('of a sitting is today at the earliest, and within five years', () => {
    expect(['2026-11-19', '2026-11-20', '5000-01-01'].map((on) => codeOf(date('held'), on))).toEqual([
      'date.in-past',
      undefined,
      'date.too-far',
    ]);
  });

  it('of a plan lies within five years of today, on either side', () => {
    expect(['2021-11-19', '2021-11-20', '2031-11-20', '9999-12-31'].map((on) => codeOf(date('near'), on))).toEqual([
      'date.too-early',
      undefined,
      undefined,
      'date.too-far',
    ]);
  });

  it('that may be left out is not judged', () => {
    expect(codeOf(date('coming'), null)).toBeUndefined();
  });

  it('is named as it stands in the body, also within a part and a list', () => {
    const fields = {
      inner: part({ on: date('done') }),
      rows: list({ dueOn: date('coming'), birthYear: orNull(birthYear()) }),
    };
    const row = { dueOn: '2027-01-04', birthYear: 1944 };
    expect(refusalOfDays(fields, { inner: { on: '2027-01-01' }, rows: [] }, today)?.params).toEqual({
      field: 'inner.on',
    });
    expect(
      refusalOfDays(fields, { inner: { on: today }, rows: [row, { ...row, dueOn: today }] }, today)?.params,
    ).toEqual({ field: 'rows.1.dueOn' });
    expect(refusalOfDays(fields, { inner: { on: today }, rows: [{ ...row, birthYear: 2027 }] }, today)).toMatchObject({
      code: 'date.in-future',
      params: { field: 'rows.0.birthYear' },
    });
    expect(refusalOfDays(fields, { inner: { on: today }, rows: [{ ...row, birthYear: null }] }, today)).toBeUndefined();
  });
});
