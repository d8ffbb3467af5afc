import { allProfiles } from '#libs/profiles';
import { BrokenInvariant, printSpread, printYear, runYear, runYears, spreadOf, type YearOrder } from '#libs/simulator';
import { Refusal } from './refusal.ts';

/**
 * Lives through the year and prints target and actual; with several `years` how much of that is chance.
 * @returns 0, or 1 when a promise of the design was broken on the way
 * @throws Refusal for a municipality without a profile
 */
export async function liveYear({ years, ...order }: YearOrder & { readonly years: number }): Promise<number> {
  const codes = allProfiles().map(({ code }) => code);
  if (!codes.includes(order.municipality))
    throw new Refusal('cli.municipality-unknown', [
      `自治体プロファイル ${order.municipality} はありません(あるもの: ${codes.join('、')})。`,
    ]);
  try {
    console.log(years === 1 ? printYear(await runYear(order)) : printSpread(spreadOf(await runYears(order, years))));
    return 0;
  } catch (error) {
    if (!(error instanceof BrokenInvariant)) throw error;
    console.error(`守られるはずのことが守られませんでした: ${error.message}`);
    return 1;
  }
}
