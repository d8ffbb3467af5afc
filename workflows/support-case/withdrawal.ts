import type { CaseStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';

/**
 * 同意の撤回 (R7), beside every other procedure and before the case may close: whoever was told is told that it no longer holds.
 * New disclosures and frozen items were stopped by the withdrawal itself; their word is the obligation's.
 */
export async function withdrawal(kase: Follower<CaseStanding>): Promise<void> {
  while (!kase.now.closed) {
    if (untold(kase.now)) await kase.command({ type: 'tell-recipients-of-withdrawal' });
    await kase.until((s) => s.closed || untold(s));
  }
}

const untold = (s: CaseStanding): boolean => !s.closed && s.withdrawals.untold > 0;
