import { BrokenInvariant, printYear, runYear, type YearOrder } from '#libs/simulator';

/** Lives through the year and prints target and actual. @returns 0, or 1 when a promise of the design was broken on the way */
export async function liveYear(order: YearOrder): Promise<number> {
  try {
    console.log(printYear(await runYear(order)));
    return 0;
  } catch (error) {
    if (!(error instanceof BrokenInvariant)) throw error;
    console.error(`守られるはずのことが守られませんでした: ${error.message}`);
    return 1;
  }
}
