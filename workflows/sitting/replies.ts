import { sittingConditions, type SittingStanding } from '#libs/contracts';
import { during, when } from '../follow/during.ts';
import type { Follower } from '../follow/follower.ts';

const { open, phoneTasksUnopened, requiredAbsenceUntold } = sittingConditions;

/**
 * 出欠回答 (R29, R32): the ladder asks again only those who have not answered. Where it ends in silence the secretariat phones;
 * when an agency that must attend can not, the convener is told: a new date, a written opinion, or information only.
 */
export async function replies(sitting: Follower<SittingStanding>): Promise<void> {
  await during(
    sitting,
    open,
    when(phoneTasksUnopened, { type: 'open-phone-tasks' }),
    when(requiredAbsenceUntold, { type: 'tell-required-absence' }),
  );
}
