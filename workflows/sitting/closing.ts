import type { SittingStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';

/** 協議結果 (R38): the sitting is closed when it was held and no 案件 is left without result, next step, owner and date. */
export async function closing(sitting: Follower<SittingStanding>): Promise<void> {
  while (!sitting.now.closed) {
    if (disposed(sitting.now)) await sitting.command({ type: 'close-sitting' });
    await sitting.until((s) => s.closed || disposed(s));
  }
}

const disposed = (s: SittingStanding): boolean => !s.closed && s.held && s.itemsWithoutDisposition === 0;
