import type { CaseStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';

/**
 * 終結後フォロー (R13): the checks agreed for after the end are the obligations' dates; when none is left, and every recipient of
 * a withdrawn consent has given word, the case is 閉.
 */
export async function followUp(kase: Follower<CaseStanding>): Promise<void> {
  while (ending(kase.now)) {
    if (settled(kase.now)) await kase.command({ type: 'close-case' });
    await kase.until((s) => !ending(s) || settled(s));
  }
}

const ending = (s: CaseStanding): boolean => s.ended && !s.closed;

const settled = (s: CaseStanding): boolean =>
  ending(s) && s.followUpsLeft === 0 && s.withdrawals.untold === 0 && s.withdrawals.unconfirmed === 0;
