import { toWareki } from './wareki.ts';
import { civilDate, isIsoDate } from './civil-date.ts';

/** The first year of the solar calendar, 明治6年. */
export const earliestBirthYear = 1873;

const firstYears: Readonly<Record<string, number>> = {
  M: 1868,
  明治: 1868,
  明: 1868,
  T: 1912,
  大正: 1912,
  大: 1912,
  S: 1926,
  昭和: 1926,
  昭: 1926,
  H: 1989,
  平成: 1989,
  平: 1989,
  R: 2019,
  令和: 2019,
  令: 2019,
};
const written = new RegExp(`^(?:(${Object.keys(firstYears).join('|')})(元|\\d{1,2})|(\\d{4}))(?:年|$|[./-])`, 'u');

/**
 * The year in which somebody was born, written as in the office: '1944', '1944年', '1944/5/1', '昭和19', '昭和19年5月1日', 'S19', also with
 * full-width figures. Nothing for other text; whether the year can be is judged elsewhere.
 */
export function parseBirthYear(text: string): number | undefined {
  const match = written.exec(text.normalize('NFKC').replace(/\s/gu, '').toUpperCase());
  if (!match) return undefined;
  const [, era = '', eraYear, year] = match;
  if (year !== undefined) return Number(year);
  const first = firstYears[era];
  if (first === undefined || eraYear === undefined) return undefined;
  const found = first + (eraYear === '元' ? 1 : Number(eraYear)) - 1;
  return isOfEra(found, era) ? found : undefined;
}

/** Was that the era's on any day of that year? 昭和70年 never was. */
function isOfEra(year: number, era: string): boolean {
  const days = [`${String(year)}-01-01`, `${String(year)}-12-31`];
  const [letter] = era;
  return days.some((on) => isIsoDate(on) && civilDate(on).year === year && matches(toWareki(on), letter ?? ''));
}

const matches = ({ era, short }: ReturnType<typeof toWareki>, letter: string): boolean =>
  era.startsWith(letter) || short.startsWith(letter);
