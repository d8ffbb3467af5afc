import { sittingConditions, type SittingStanding } from '#libs/contracts';
import { during, when } from '../follow/during.ts';
import type { Follower } from '../follow/follower.ts';

const { open, disposed } = sittingConditions;

/** 協議結果 (R38): the sitting is closed when it was held and no 案件 is left without result, next step, owner and date. */
export async function closing(sitting: Follower<SittingStanding>): Promise<void> {
  await during(sitting, open, when(disposed, { type: 'close-sitting' }));
}
