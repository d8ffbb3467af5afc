import type { TextId } from '../../case/case-state.ts';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { code, number, orLeftOut, orNull, ref, text } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import { enteredFor, heard, unlessHeard, type Entered } from '../../record/entered.ts';
import { replyKinds, type ReplyKind, type SittingState } from '../sitting-state.ts';
import { seatsAfter } from '../agenda/seats-on-items.ts';
import { command, event } from '../sitting-unit.ts';
import { withInvitations } from './invitations.ts';

/**
 * 出欠回答 (R29): by the own link, by the invited agency itself, or typed in by the secretariat. An invitee answers what is in front of it
 * and may answer again: the newest answer holds. By which door it came is known from who gives it; a link names the invitation.
 */
export const answerInvitation = command('answer-invitation', {
  fields: {
    invitationId: ref(),
    /** Revision of the invitation that was seen: an answer to a day that has changed is none. Left out, it was the first. */
    sequence: orLeftOut(number(0, 10_000)),
    reply: code(replyKinds),
    proxyText: orNull(text('proxy-name', 200)),
    heard,
  },
  part: null,
  likely: (state) => {
    const [first] = state.invitations;
    return { ...(first ? { invitationId: first.id } : {}), sequence: state.sequence };
  },
  // 欠席 ends the seat on every item, another answer gives it back.
  links: (state, { invitationId, reply }, sitting) =>
    state.stage === 'called' ? seatsAfter(state, withInvitations(state, [invitationId], { reply }), sitting) : [],
  refusal: (state, { invitationId, sequence, reply, proxyText, heard: way }, ctx) => {
    const { actor } = ctx;
    const invited = state.invitations.find(({ id }) => id === invitationId);
    return firstOf(
      !invited && refuse('reply.invitation-missing'),
      actor.kind === 'invitee' && actor.invitationId !== invitationId && refuse('reply.not-yours'),
      state.stage !== 'called' && refuse('reply.closed', { stage: state.stage }),
      (sequence ?? 0) !== state.sequence && refuse('reply.moved', { heldOn: state.heldOn }),
      reply === 'proxy' && proxyText === null && refuse('reply.proxy-name-missing'),
      invited && unlessHeard(invited.agency, way, ctx),
    );
  },
  decide: (state, { invitationId, reply, proxyText, heard: way }, ctx) => [
    {
      type: 'invitation-answered',
      v: 2,
      invitationId,
      reply,
      proxyText,
      via: ctx.actor.kind === 'invitee' ? 'link' : 'office',
      atMs: ctx.nowMs,
      late: state.replyDueOn !== null && ctx.today > state.replyDueOn,
      fallsOut: fallsOut(state, invitationId, reply),
      entered: enteredFor(state.invitations.find(({ id }) => id === invitationId)?.agency ?? '', way, ctx),
    },
  ],
});

/** A required agency that had not said so before does not come. */
function fallsOut(state: SittingState, invitationId: string, reply: ReplyKind): boolean {
  const before = state.invitations.find(({ id }) => id === invitationId);
  return before?.required === true && before.reply !== 'absent' && reply === 'absent';
}

interface InvitationAnswered extends Fact<'invitation-answered', 2> {
  readonly invitationId: string;
  readonly reply: ReplyKind;
  readonly proxyText: TextId | null;
  readonly via: 'link' | 'office';
  readonly atMs: number;
  readonly late: boolean;
  /** A further required agency does not come: that is told anew, the same absence is not. */
  readonly fallsOut: boolean;
  /** Somebody else than the invited agency entered it. */
  readonly entered?: Entered | null;
}
export const invitationAnswered = event<InvitationAnswered>('invitation-answered', 2, {
  fold: (state, { invitationId, reply, proxyText, via, atMs, late, fallsOut: anew, entered = null }) => ({
    ...withInvitations(state, [invitationId], { reply, proxyText, via, repliedAtMs: atMs, late, entered }),
    requiredAbsenceTold: state.requiredAbsenceTold && !anew,
  }),
  raises: null,
  area: ({ invitationId }) => ({ kind: 'invitation', invitationId }),
  tells: ['proxyText'],
  ...quiet,
});

/** Version 1 left to the fold whether a required agency fell out. */
export const invitationAnsweredOfOld = (
  old: Omit<InvitationAnswered, 'v' | 'fallsOut'>,
  before: SittingState,
): InvitationAnswered => ({ ...old, v: 2, fallsOut: fallsOut(before, old.invitationId, old.reply) });
