import type { TextId } from '../../case/case-state.ts';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { code, orNull, ref, text } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import { replyKinds, type ReplyKind, type SittingState } from '../sitting-state.ts';
import { command, event } from '../sitting-unit.ts';
import { withInvitations } from './invitations.ts';

/**
 * 出欠回答 (R29): by the own link, by the invited agency itself, or typed in by the secretariat. An invitee answers what is in front of it
 * and may answer again: the newest answer holds. By which door it came is known from who gives it; a link names the invitation.
 */
export const answerInvitation = command('answer-invitation', {
  fields: {
    invitationId: ref(),
    reply: code(replyKinds),
    proxyText: orNull(text('proxy-name', 200)),
  },
  part: null,
  likely: (state) => {
    const [first] = state.invitations;
    return first ? { invitationId: first.id } : {};
  },
  refusal: (state, { invitationId, reply, proxyText }, { actor }) =>
    firstOf(
      !state.invitations.some(({ id }) => id === invitationId) && refuse('reply.invitation-missing'),
      actor.kind === 'invitee' && actor.invitationId !== invitationId && refuse('reply.not-yours'),
      state.stage !== 'called' && refuse('reply.closed', { stage: state.stage }),
      reply === 'proxy' && proxyText === null && refuse('reply.proxy-name-missing'),
    ),
  decide: (state, { invitationId, reply, proxyText }, ctx) => [
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
}
export const invitationAnswered = event<InvitationAnswered>('invitation-answered', 2, {
  fold: (state, { invitationId, reply, proxyText, via, atMs, late, fallsOut: anew }) => ({
    ...withInvitations(state, [invitationId], { reply, proxyText, via, repliedAtMs: atMs, late }),
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
