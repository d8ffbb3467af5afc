import { caseConditions, type CaseStanding } from '#libs/contracts';
import { during, when } from '../follow/during.ts';
import type { Follower } from '../follow/follower.ts';

const { unassessed, sheetsUnasked, sheetsIn } = caseConditions;

/**
 * アセスメント (R1, R2, R25): waits until one person consents, asks every involved agency for its sheet, and goes on to the plan
 * when all are in. When the date passes first, the coordinator goes on with what came.
 */
export async function assessment(kase: Follower<CaseStanding>): Promise<void> {
  await during(
    kase,
    unassessed,
    when(sheetsUnasked, { type: 'ask-for-sheets' }),
    when(sheetsIn, { type: 'begin-planning' }),
  );
}
