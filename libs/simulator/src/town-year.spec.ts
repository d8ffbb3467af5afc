import { expect, it } from '@jest/globals';
import { runYear, type YearReport } from './town-year.ts';
import { printSpread, spreadOf } from './year-spread.ts';
import { printYear } from './year-text.ts';

/** A year takes about a second where nothing else runs. */
const longMs = 300_000;

const printed = async (seed: number): Promise<string> =>
  printYear(await runYear({ municipality: 'higashiagatsuma', seed }));

it(
  '[R78] lives through 令和8年度 with the real procedures and prints target and actual of each indicator; the same seed gives the same year, another one another',
  async () => {
    const report = await runYear({ municipality: 'higashiagatsuma', seed: 1 });
    const text = printYear(report);
    const counted = report.indicators.filter(({ actual }) => actual !== undefined);
    expect(counted.map(({ target }) => target)).toEqual(expect.arrayContaining([10, 20, 50, 3]));
    for (const { name, target, actual, unit } of counted)
      expect(text.split('\n')).toContain(
        `  ${name}: 目標 ${target}${typeof target === 'number' ? unit : ''}、実績 ${actual ?? ''}${unit}`,
      );
    expect(text).toContain('アウトリーチ支援の新規プラン作成件数: 目標 3件、実績 (このシミュレーションでは数えません)');
    expect(await printed(1)).toBe(text);
    expect(await printed(2)).not.toBe(text);
  },
  longMs,
);

it('[R78] says 0 where nothing happened, and never nothing', () => {
  const none: YearReport = {
    municipalityName: '見本町',
    agencyNames: {},
    year: '令和8年度',
    seed: 1,
    indicators: [{ name: '支援会議開催数', unit: '回', target: 20, actual: 0 }],
    stalls: [],
    cases: { carried: 0, opened: 0, closed: 0, advised: 0, open: 0, single: 0, withChildren: 0 },
    consents: { given: 0, refused: 0, withdrawn: 0 },
    supportMeetings: { held: 0, items: 0, late: 0 },
    events: 0,
    notices: 0,
    orders: { done: 0, refused: 0 },
  };
  expect(printYear(none)).toContain('  支援会議開催数: 目標 20回、実績 0回');
  expect(printSpread(spreadOf([none]))).toContain('  支援会議開催数: 目標 20回、実績 0回(0~0、0~0)');
  expect(() => spreadOf([])).toThrow('no years');
});
