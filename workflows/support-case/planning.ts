import { caseConditions, type CaseStanding } from '#libs/contracts';
import { during, when } from '../follow/during.ts';
import type { Follower } from '../follow/follower.ts';

const { undecided, reviewUnasked, approvalUnasked } = caseConditions;

/**
 * プラン案 to 支援決定 (R3, R26, R45): once the person has applied, the plan goes before the 重層的支援会議. A condition takes it
 * back to the person, やり直し back to the assessment, adequate on to the decision of the municipality.
 */
export async function planning(kase: Follower<CaseStanding>): Promise<void> {
  await during(
    kase,
    undecided,
    when(reviewUnasked, { type: 'ask-for-review' }),
    when(approvalUnasked, { type: 'ask-for-approval' }),
  );
}
