import type { SittingStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';
import { closing } from './closing.ts';
import { invitations } from './invitations.ts';
import { replies } from './replies.ts';

/** What follows from the decisions on a sitting until it is closed or cancelled: call, answers and results, side by side. */
export async function followSitting(sitting: Follower<SittingStanding>): Promise<void> {
  await Promise.all([invitations(sitting), replies(sitting), closing(sitting)]);
}
