import type { CaseStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';

/**
 * プラン案 to 支援決定 (R3, R26, R45): once the person has applied, the plan goes before the 重層的支援会議. A condition takes it
 * back to the person, やり直し back to the assessment, adequate on to the decision of the municipality.
 */
export async function planning(kase: Follower<CaseStanding>): Promise<void> {
  while (undecided(kase.now)) {
    if (reviewUnasked(kase.now)) await kase.command({ type: 'ask-for-review' });
    if (approvalUnasked(kase.now)) await kase.command({ type: 'ask-for-approval' });
    await kase.until((s) => !undecided(s) || reviewUnasked(s) || approvalUnasked(s));
  }
}

const undecided = (s: CaseStanding): boolean => s.assessment.finished && !s.decision.decided && !s.ended && !s.closed;

/** Only a plan that every named person stands behind is put before others (R3). */
const reviewUnasked = ({ planning: plan, ...s }: CaseStanding): boolean =>
  undecided({ planning: plan, ...s }) &&
  s.consented &&
  plan.applied &&
  plan.review === 'none' &&
  !plan.reviewPlaced &&
  !plan.reviewAsked;

const approvalUnasked = (s: CaseStanding): boolean =>
  undecided(s) && s.planning.review === 'adequate' && !s.decision.asked && !s.decision.drafted;
