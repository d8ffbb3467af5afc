import type { CaseStanding } from '#libs/contracts';
import type { Follower } from '../follow/follower.ts';

/**
 * つなぎ (R12): silence is never acceptance; the sender stays responsible until the receiver accepts. The ladder asks again
 * and tells the superior meanwhile. After N refusals, or when it ends in silence, the chair decides on a 支援会議.
 */
export async function handoff(kase: Follower<CaseStanding>): Promise<void> {
  while (unanswered(kase.now)) {
    if (needsMeeting(kase.now)) await kase.command({ type: 'propose-for-support-meeting' });
    await kase.until((s) => !unanswered(s) || needsMeeting(s));
  }
}

const unanswered = (s: CaseStanding): boolean => s.handoff.state !== 'accepted' && !s.ended && !s.closed;

const needsMeeting = (s: CaseStanding): boolean =>
  (s.handoff.declines >= s.declinesBeforeMeeting || s.handoff.expired) && !s.proposedForSupportMeeting;
