import { caseConditions, type CaseStanding } from '#libs/contracts';
import { during, when } from '../follow/during.ts';
import type { Follower } from '../follow/follower.ts';

const { supported, rolesUntold, monitoringDue, evaluationDue } = caseConditions;

/**
 * 支援中 (R38, R46, R47): each agency is told its role, a monitoring round is asked for each month and an evaluation when
 * its date comes. Ends in a re-plan (a new round, undecided again) or the end; 中断 waits without asking for anything.
 */
export async function support(kase: Follower<CaseStanding>): Promise<void> {
  await during(
    kase,
    supported,
    when(rolesUntold, { type: 'tell-roles' }),
    when(monitoringDue, { type: 'ask-for-monitoring' }),
    when(evaluationDue, { type: 'begin-evaluation' }),
  );
}
