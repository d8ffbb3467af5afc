import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  fiscalYearText,
  formatDateJa,
  formatDateTimeJa,
  toWareki,
} from './index.ts';

const sinceSolarCalendar = fc.integer({ min: 0, max: 70_000 }).map((days) => addDays('1873-01-01', days));

describe('Japanese eras', () => {
  it.each([
    ['2026-11-20', '令和', 8, '令和8年11月20日', 'R8'],
    ['2019-05-01', '令和', 1, '令和元年5月1日', 'R1'],
    ['2019-04-30', '平成', 31, '平成31年4月30日', 'H31'],
    ['1989-01-08', '平成', 1, '平成元年1月8日', 'H1'],
    ['1989-01-07', '昭和', 64, '昭和64年1月7日', 'S64'],
    ['1926-12-25', '昭和', 1, '昭和元年12月25日', 'S1'],
    ['1926-12-24', '大正', 15, '大正15年12月24日', 'T15'],
    ['1912-07-30', '大正', 1, '大正元年7月30日', 'T1'],
    ['1912-07-29', '明治', 45, '明治45年7月29日', 'M45'],
  ])('[R59] %s is %s %i', (on, era, eraYear, text, short) => {
    expect(toWareki(on)).toEqual({ era, eraYear, text, short });
  });

  it('[R59] every date since 1873 is told as the platform tells it', () => {
    const told = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(sinceSolarCalendar, (on) => {
        const { text } = toWareki(on);
        expect(text).toBe(told.format(new Date(`${on}T00:00:00Z`)));
      }),
    );
  });

  it('dates before the solar calendar are told in 西暦, so that whatever is stored can be shown', () => {
    expect(toWareki('1872-12-31').text).toBe('西暦1872年12月31日');
    expect(toWareki('0002-01-01').text).toBe('西暦2年1月1日');
  });
});

describe('年度', () => {
  it.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2027-03-31', 2026],
    ['2026-12-31', 2026],
  ])('[R59] %s belongs to %i', (on, fiscalYear) => {
    expect(fiscalYearOf(on)).toBe(fiscalYear);
  });

  it('[R59] begins on 1 April and ends on 31 March', () => {
    expect([fiscalYearStart(2026), fiscalYearEnd(2026)]).toEqual(['2026-04-01', '2027-03-31']);
  });

  it.each([
    [2026, '令和8年度'],
    [2020, '令和2年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
    [1989, '平成元年度'],
    [1988, '昭和63年度'],
  ])('[R59] %i is %s', (fiscalYear, text) => {
    expect(fiscalYearText(fiscalYear)).toBe(text);
  });
});

describe('dates on screen', () => {
  it.each([
    ['2026-11-20', '11月20日(金)'],
    ['2026-11-22', '11月22日(日)'],
    ['2027-01-04', '1月4日(月)'],
    ['1969-12-31', '12月31日(水)'],
  ])('%s reads %s', (on, text) => {
    expect(formatDateJa(on)).toBe(text);
  });

  it('instants are told in the time of Tokyo, whatever the zone of the process', () => {
    expect(formatDateTimeJa(Date.parse('2026-11-20T04:30:00Z'))).toBe('11月20日(金) 13:30');
    expect(formatDateTimeJa(Date.parse('2026-11-20T15:05:59Z'))).toBe('11月21日(土) 00:05');
    expect(formatDateTimeJa(Date.parse('2026-03-08T07:30:00Z'))).toBe('3月8日(日) 16:30'); // an hour that New York skips
  });
});
