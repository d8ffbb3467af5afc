import { describe, expect, it } from '@jest/globals';
import { nationalHolidays, parseHolidayCsv } from './index.ts';

const header = '国民の祝日・休日月日,国民の祝日・休日名称';

describe('the 祝日 table of the 内閣府', () => {
  it('[R56] is read as published: CRLF, no leading zeros, the last line ended', () => {
    const text = `${header}\r\n2026/5/5,こどもの日\r\n2026/5/6,休日\r\n2026/1/1,元日\r\n`;
    expect(parseHolidayCsv(text)).toEqual({
      ok: true,
      value: [
        { on: '2026-01-01', name: '元日' },
        { on: '2026-05-05', name: 'こどもの日' },
        { on: '2026-05-06', name: '休日' },
      ],
    });
  });

  it('[R56] is read after a spreadsheet program saved it again: mark at the start, quotes, leading zeros', () => {
    const text = `\uFEFF"国民の祝日・休日月日","国民の祝日・休日名称"\n"2026/01/01","元日"\n\n`;
    expect(parseHolidayCsv(text)).toEqual({ ok: true, value: [{ on: '2026-01-01', name: '元日' }] });
  });

  it('[R56] gives back the shipped table when that is written in its layout', () => {
    const rows = nationalHolidays.map(({ on, name }) => `${on.split('-').map(Number).join('/')},${name}`);
    expect(parseHolidayCsv([header, ...rows].join('\r\n'))).toEqual({ ok: true, value: nationalHolidays });
  });

  it('[R56] tells every line that is wrong, and returns no day at all', () => {
    const text = [
      header,
      '2026/2/29,無い日',
      '2026-01-01,元日',
      '2026/1/1',
      '2026/5/3,',
      '2026/5/4,みどりの日',
      '2026/5/4,みどりの日',
    ].join('\n');
    const outcome = parseHolidayCsv(text);
    expect(outcome.ok ? [] : outcome.error.map(({ line, code }) => [line, code])).toEqual([
      [2, 'holiday-csv.date'],
      [3, 'holiday-csv.date'],
      [4, 'holiday-csv.columns'],
      [5, 'holiday-csv.name'],
      [7, 'holiday-csv.twice'],
    ]);
    expect(outcome.ok ? '' : outcome.error[0]?.message).toBe(
      '「2026/2/29」は「年/月/日」の形の、実在する日付ではありません。',
    );
  });

  it.each([
    ['another heading, as when the characters were decoded wrongly', '���,���\n2026/1/1,元日', 'holiday-csv.header'],
    ['an empty file', '', 'holiday-csv.header'],
    ['a heading alone', `${header}\n`, 'holiday-csv.empty'],
  ])('[R56] refuses %s', (_what, text, code) => {
    expect(parseHolidayCsv(text)).toMatchObject({ ok: false, error: [{ line: 1, code }] });
  });
});
