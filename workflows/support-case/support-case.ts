import { caseConditions, type CaseStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';
import { assessment } from './assessment.ts';
import { followUp } from './closing.ts';
import { handoff } from './handoff.ts';
import { planning } from './planning.ts';
import { screening } from './screening.ts';
import { support } from './support.ts';
import { withdrawal } from './withdrawal.ts';

const { open } = caseConditions;

/** What follows from the decisions on a case until it is 閉: the main line, and beside it the withdrawal of consent. */
export async function followCase(kase: Follower<CaseStanding>): Promise<void> {
  await Promise.all([mainLine(kase), withdrawal(kase)]);
}

/**
 * 相談受付 to 終結後フォロー (R10). Each procedure passes at once when the case is not, or no longer, in its hands, and of an open case
 * exactly one has it; so a re-plan, やり直し and a reopening find their way, and so does a workflow that starts in the middle.
 */
async function mainLine(kase: Follower<CaseStanding>): Promise<void> {
  while (open(kase.now)) {
    await screening(kase);
    await handoff(kase);
    await assessment(kase);
    await planning(kase);
    await support(kase);
    await followUp(kase);
  }
}
