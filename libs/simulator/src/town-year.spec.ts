import { expect, it } from '@jest/globals';
import { runYear } from './town-year.ts';
import { printYear } from './year-text.ts';

it('[R78] lives through 令和8年度 with the real procedures and prints target and actual; the same seed gives the same year', async () => {
  const report = await runYear({ municipality: 'higashiagatsuma', seed: 1 });
  const text = printYear(report);
  expect(text).toContain('各分野における包括的相談件数: 目標 実数把握、実績 20件');
  expect(text).toMatch(/多機関協働事業相談受付件数: 目標 10件、実績 [1-9]\d?件/);
  expect(text).toMatch(/支援会議開催数: 目標 20回、実績 \d+回/);
  expect(text).toMatch(/重層的支援会議の開催回数: 目標 3回、実績 \d+回/);
  expect(printYear(await runYear({ municipality: 'higashiagatsuma', seed: 1 }))).toBe(text);
});

it.each([2, 3, 4, 5, 6])(
  'breaks no invariant in the year of seed %i, and every stall ends with a fact or stands at the end',
  async (seed) => {
    const report = await runYear({ municipality: 'higashiagatsuma', seed });
    expect(report.events).toBeGreaterThan(200);
    expect(report.stalls.filter(({ endedBy }) => endedBy === 'obligation-settled')).toEqual([]);
  },
);

it('gives another year for another seed', async () => {
  const [one, two] = [
    await runYear({ municipality: 'higashiagatsuma', seed: 1 }),
    await runYear({ municipality: 'higashiagatsuma', seed: 2 }),
  ];
  expect(printYear(one)).not.toBe(printYear(two));
});
