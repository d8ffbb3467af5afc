import type { SittingStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';

/**
 * 出欠回答 (R29, R32): the ladder asks again only those who have not answered. Where it ends in silence the secretariat phones;
 * when an agency that must attend can not, the convener is told: a new date, a written opinion, or information only.
 */
export async function replies(sitting: Follower<SittingStanding>): Promise<void> {
  while (!sitting.now.closed) {
    if (silent(sitting.now)) await sitting.command({ type: 'open-phone-tasks' });
    if (absent(sitting.now)) await sitting.command({ type: 'tell-required-absence' });
    await sitting.until((s) => s.closed || silent(s) || absent(s));
  }
}

const awaited = (s: SittingStanding): boolean => !s.closed && s.called && !s.held;

const silent = (s: SittingStanding): boolean => awaited(s) && s.phoneTasksMissing > 0;

const absent = (s: SittingStanding): boolean => awaited(s) && s.requiredAbsent > 0 && !s.requiredAbsenceTold;
