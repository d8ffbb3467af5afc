import type { CaseStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';

/**
 * 支援中 (R38, R46, R47): each agency is told its role, a monitoring round is asked for each month and an evaluation when
 * its date comes. Ends in a re-plan (a new round, undecided again) or the end; 中断 waits without asking for anything.
 */
export async function support(kase: Follower<CaseStanding>): Promise<void> {
  while (supported(kase.now)) {
    if (rolesUntold(kase.now)) await kase.command({ type: 'tell-roles' });
    if (monitoringDue(kase.now)) await kase.command({ type: 'ask-for-monitoring' });
    if (evaluationDue(kase.now)) await kase.command({ type: 'begin-evaluation' });
    await kase.until((s) => !supported(s) || rolesUntold(s) || monitoringDue(s) || evaluationDue(s));
  }
}

const supported = (s: CaseStanding): boolean => s.assessment.finished && s.decision.decided && !s.ended && !s.closed;

const active = (s: CaseStanding): boolean => supported(s) && !s.support.interrupted;

const rolesUntold = (s: CaseStanding): boolean => active(s) && s.consented && !s.support.rolesTold;

const monitoringDue = (s: CaseStanding): boolean => active(s) && s.support.monitoringDue;

const evaluationDue = (s: CaseStanding): boolean => active(s) && s.support.evaluationDue && !s.support.evaluating;
