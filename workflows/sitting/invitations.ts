import type { SittingStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';

/** 開催通知 (R30, R63): once the sitting is called, everyone invited is told, one by one, and whoever is added later as well. */
export async function invitations(sitting: Follower<SittingStanding>): Promise<void> {
  while (!sitting.now.closed) {
    if (untold(sitting.now)) await sitting.command({ type: 'send-invitations' });
    await sitting.until((s) => s.closed || untold(s));
  }
}

const untold = (s: SittingStanding): boolean => !s.closed && s.called && s.uncalled > 0;
