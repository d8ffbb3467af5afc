import { allProfiles } from '#libs/profiles';
import { BrokenInvariant, printYear, runYear, type YearOrder } from '#libs/simulator';
import { Refusal } from './refusal.ts';

/**
 * Lives through the year and prints target and actual.
 * @returns 0, or 1 when a promise of the design was broken on the way
 * @throws Refusal for a municipality without a profile
 */
export async function liveYear(order: YearOrder): Promise<number> {
  const codes = allProfiles().map(({ code }) => code);
  if (!codes.includes(order.municipality))
    throw new Refusal('cli.municipality-unknown', [
      `自治体プロファイル ${order.municipality} はありません(あるもの: ${codes.join('、')})。`,
    ]);
  try {
    console.log(printYear(await runYear(order)));
    return 0;
  } catch (error) {
    if (!(error instanceof BrokenInvariant)) throw error;
    console.error(`守られるはずのことが守られませんでした: ${error.message}`);
    return 1;
  }
}
