import { caseConditions, type CaseStanding } from '#libs/contracts';
import { during, when } from '../follow/during.ts';
import type { Follower } from '../follow/follower.ts';

const { open, withdrawalUntold } = caseConditions;

/**
 * 同意の撤回 (R7), beside every other procedure and before the case may close: whoever was told is told that it no longer holds.
 * New disclosures and frozen items were stopped by the withdrawal itself; their word is the obligation's.
 */
export async function withdrawal(kase: Follower<CaseStanding>): Promise<void> {
  await during(kase, open, when(withdrawalUntold, { type: 'tell-recipients-of-withdrawal' }));
}
