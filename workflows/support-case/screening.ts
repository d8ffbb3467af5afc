import { caseConditions, type CaseStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';

const { screened } = caseConditions;

/** スクリーニング (R10, R11): nothing is asked of anyone before the receiving agency has judged; its date is the obligation's. */
export async function screening(kase: Follower<CaseStanding>): Promise<void> {
  await kase.until(screened);
}
