import type { CaseStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';

/**
 * アセスメント (R1, R2, R25): waits until one person consents, asks every involved agency for its sheet, and goes on to the plan
 * when all are in. When the date passes first, the coordinator goes on with what came.
 */
export async function assessment(kase: Follower<CaseStanding>): Promise<void> {
  while (unfinished(kase.now)) {
    if (sheetsUnasked(kase.now)) await kase.command({ type: 'ask-for-sheets' });
    if (sheetsIn(kase.now)) await kase.command({ type: 'begin-planning' });
    await kase.until((s) => !unfinished(s) || sheetsUnasked(s) || sheetsIn(s));
  }
}

const unfinished = (s: CaseStanding): boolean => !s.assessment.finished && !s.ended && !s.closed;

const sheetsUnasked = (s: CaseStanding): boolean => unfinished(s) && s.consented && !s.assessment.asked;

const sheetsIn = (s: CaseStanding): boolean => unfinished(s) && s.assessment.asked && s.assessment.missing === 0;
