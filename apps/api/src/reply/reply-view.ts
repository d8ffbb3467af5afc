import type { Invitation, MunicipalityRules, SittingState } from '#libs/domain';
import type { ReplyInvitation, ReplyView } from '#libs/views';
import { bodyName } from '../records/sitting-title.ts';

export interface ReplyFacts {
  readonly state: SittingState;
  /** 第n回 as it is now. */
  readonly ordinal: number;
  readonly invitation: Invitation;
  readonly place: string | null;
  readonly rules: MunicipalityRules;
  readonly today: string;
  readonly officeName: string;
  readonly officePhone: string | null;
  readonly demo: boolean;
  /** Date or place moved after this agency had been asked: it is asked anew. */
  readonly movedSinceAsked: boolean;
}

/** Builds the page of a reply link. Pure. */
export function replyView({
  state,
  ordinal,
  invitation,
  place,
  rules,
  today,
  officeName,
  officePhone,
  demo,
  movedSinceAsked,
}: ReplyFacts): ReplyView {
  const office = { officeName, officePhone, demo };
  const over = howItEnded(state, today);
  if (over) return { state: over, ...office };
  const { reply, repliedAtMs } = invitation;
  return {
    ...office,
    bodyName: bodyName(rules, state.body),
    ordinal,
    heldOn: state.heldOn,
    startsAt: state.startsAt,
    endsAt: state.endsAt,
    place,
    replyDueOn: state.replyDueOn,
    sequence: state.sequence,
    answered: reply === null || repliedAtMs === null ? null : { reply, at: new Date(repliedAtMs).toISOString() },
    state: replyState(state, invitation, today, movedSinceAsked),
    agencyName: rules.agencies.find(({ code }) => code === invitation.agency)?.name ?? null,
  };
}

/** How the sitting of a link is over, if it is. Also when the day has passed and nobody has recorded it yet. */
export function howItEnded({ stage, heldOn }: SittingState, today: string): 'cancelled' | 'held' | undefined {
  if (stage === 'cancelled') return 'cancelled';
  return stage === 'held' || stage === 'closed' || today > heldOn ? 'held' : undefined;
}

function replyState(
  state: SittingState,
  { reply }: Invitation,
  today: string,
  movedSinceAsked: boolean,
): ReplyInvitation['state'] {
  if (reply !== null) return 'open';
  if (state.replyDueOn !== null && today > state.replyDueOn) return 'late';
  return movedSinceAsked ? 'moved' : 'open';
}
