import { describe, expect, it } from '@jest/globals';
import { parseBirthYear } from './birth-year.ts';

describe('a year of birth as it is written in the office', () => {
  it.each([
    ['1944', 1944],
    ['１９４４', 1944],
    ['1944年', 1944],
    ['1944/5/1', 1944],
    ['1944-05-01', 1944],
    ['昭和19', 1944],
    ['昭和 19 年', 1944],
    ['昭和19年5月1日', 1944],
    ['S19', 1944],
    ['s19.5.1', 1944],
    ['大15', 1926],
    ['昭和元年', 1926],
    ['昭和64年', 1989],
    ['平成元年', 1989],
    ['令和7', 2025],
    ['明治45', 1912],
  ])('%s is understood', (text, year) => {
    expect(parseBirthYear(text)).toBe(year);
  });

  it.each(['', 'わからない', '82歳', '44', '昭和', '昭和70', '平成32年', '19440501', '昭和19くらい'])(
    '%s is not taken for a year',
    (text) => {
      expect(parseBirthYear(text)).toBeUndefined();
    },
  );
});
