import { sittingConditions, type SittingStanding } from '#libs/contracts';
import { during, when } from '../follow/during.ts';
import type { Follower } from '../follow/follower.ts';

const { open, invitationsUnsent } = sittingConditions;

/** 開催通知 (R30, R63): once the sitting is called, everyone invited is told, one by one, and whoever is added later as well. */
export async function invitations(sitting: Follower<SittingStanding>): Promise<void> {
  await during(sitting, open, when(invitationsUnsent, { type: 'send-invitations' }));
}
