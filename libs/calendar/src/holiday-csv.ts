import { compareDates, isIsoDate, padded } from './civil-date.ts';
import type { Holiday } from './national-holidays.ts';

/** Either the value or what is wrong. */
export type Result<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Problem };

/** One thing wrong with an imported table: line (from 1), a code for programs, a Japanese sentence for the screen. */
export interface HolidayCsvProblem {
  readonly line: number;
  readonly code:
    | 'holiday-csv.header'
    | 'holiday-csv.columns'
    | 'holiday-csv.date'
    | 'holiday-csv.name'
    | 'holiday-csv.twice'
    | 'holiday-csv.empty';
  readonly message: string;
}

const header = '国民の祝日・休日月日,国民の祝日・休日名称';

/**
 * Reads the table that the 内閣府 publishes (R56): the heading, then 'y/m/d,name' lines. `text` is decoded already (the published file is
 * Shift_JIS). All or nothing: with any problem no day is returned. Days come back in order of date.
 */
export function parseHolidayCsv(text: string): Result<Holiday[], HolidayCsvProblem[]> {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  if (fields(lines[0] ?? '').join(',') !== header) {
    const message = `1行目が内閣府の様式(${header})と違います。文字コードと列の順を確かめてください。`;
    return { ok: false, error: [{ line: 1, code: 'holiday-csv.header', message }] };
  }
  const problems: HolidayCsvProblem[] = [];
  const lineOfDay = new Map<string, number>();
  const holidays: Holiday[] = [];
  for (const [index, content] of lines.entries()) {
    if (index === 0 || content.trim() === '') continue;
    const line = index + 1;
    const row = holidayOfRow(fields(content), line);
    if ('code' in row) {
      problems.push(row);
      continue;
    }
    const earlierLine = lineOfDay.get(row.on);
    if (earlierLine !== undefined) {
      problems.push({ line, code: 'holiday-csv.twice', message: `${row.on} は${earlierLine}行目にもあります。` });
      continue;
    }
    lineOfDay.set(row.on, line);
    holidays.push(row);
  }
  if (problems.length === 0 && holidays.length === 0) {
    problems.push({ line: 1, code: 'holiday-csv.empty', message: '祝日が1日も書かれていません。' });
  }
  if (problems.length > 0) return { ok: false, error: problems };
  return { ok: true, value: holidays.sort((left, right) => compareDates(left.on, right.on)) };
}

function holidayOfRow(row: readonly string[], line: number): Holiday | HolidayCsvProblem {
  const [written = '', name = ''] = row;
  if (row.length !== 2)
    return { line, code: 'holiday-csv.columns', message: `列は月日と名称の2つです(${row.length}列あります)。` };
  const on = dateOfSlashes(written);
  if (on === undefined)
    return {
      line,
      code: 'holiday-csv.date',
      message: `「${written}」は「年/月/日」の形の、実在する日付ではありません。`,
    };
  if (name === '') return { line, code: 'holiday-csv.name', message: '名称が空です。' };
  return { on, name };
}

function dateOfSlashes(written: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/u.exec(written) ?? [];
  const on = `${year}-${padded(Number(month), 2)}-${padded(Number(day), 2)}`;
  return isIsoDate(on) ? on : undefined;
}

// The published file quotes nothing; spreadsheet programs put quotes around fields when they save it again.
function fields(content: string): string[] {
  return content.split(',').map((field) =>
    field
      .trim()
      .replace(/^"(.*)"$/u, '$1')
      .trim(),
  );
}
