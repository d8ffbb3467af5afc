// Takes over the table of 祝日 that the 内閣府 publishes (R56): node --conditions=tsunagi:source scripts/holidays/import.mjs syukujitsu.csv
// Days of the years in the table replace those of libs/calendar/src/national-holidays.ts from 2024 on; years that it lacks stay as they are.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nationalHolidays, parseHolidayCsv } from '#libs/calendar';

const file = join(fileURLToPath(new URL('../..', import.meta.url)), 'libs/calendar/src/national-holidays.ts');
const firstYear = '2024';
const [csv] = process.argv.slice(2);
if (csv === undefined) {
  console.error('使い方: npm run holidays -- <内閣府の syukujitsu.csv>');
  process.exit(1);
}
const table = parseHolidayCsv(new TextDecoder('shift_jis').decode(readFileSync(csv)));
if (!table.ok) {
  for (const { line, message } of table.error) console.error(`${line}行目: ${message}`);
  process.exit(1);
}
const yearOf = ({ on }) => on.slice(0, 4);
const taken = table.value.filter((day) => yearOf(day) >= firstYear);
const years = new Set(taken.map(yearOf));
const days = [...nationalHolidays.filter((day) => !years.has(yearOf(day))), ...taken].toSorted((a, b) =>
  a.on < b.on ? -1 : 1,
);
const source = readFileSync(file, 'utf8');
const head = source.slice(0, source.indexOf('export const nationalHolidays'));
const rows = days.map(({ on, name }) => `  { on: '${on}', name: '${name}' },\n`).join('');
writeFileSync(file, `${head}export const nationalHolidays: readonly Holiday[] = [\n${rows}];\n`);
console.log(`${[...years].toSorted().join('、')} 年の祝日 ${taken.length} 日を取り込みました。`);
