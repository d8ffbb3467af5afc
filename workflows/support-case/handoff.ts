import { caseConditions, type CaseStanding } from '#libs/contracts';
import { during, when } from '../follow/during.ts';
import type { Follower } from '../follow/follower.ts';

const { unanswered, needsMeeting } = caseConditions;

/**
 * つなぎ (R12): silence is never acceptance; the sender stays responsible until the receiver accepts. The ladder asks again
 * and tells the superior meanwhile. After N refusals, or when it ends in silence, the chair decides on a 支援会議.
 */
export async function handoff(kase: Follower<CaseStanding>): Promise<void> {
  await during(kase, unanswered, when(needsMeeting, { type: 'propose-for-support-meeting' }));
}
