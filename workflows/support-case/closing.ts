import { caseConditions, type CaseStanding } from '#libs/contracts';
import { during, when } from '../follow/during.ts';
import type { Follower } from '../follow/follower.ts';

const { ending, settled } = caseConditions;

/**
 * 終結後フォロー (R13): the checks agreed for after the end are the obligations' dates; when none is left, and every recipient of
 * a withdrawn consent has given word, the case is 閉.
 */
export async function followUp(kase: Follower<CaseStanding>): Promise<void> {
  await during(kase, ending, when(settled, { type: 'close-case' }));
}
