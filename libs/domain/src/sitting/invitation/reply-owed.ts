import type { Word } from '../../command/event.ts';
import type { Context } from '../../record/context.ts';
import type { Expectation, Holder, Obligation } from '../../record/obligation.ts';
import { agencyOf } from '../../rules/municipality-rules.ts';
import type { Invitation, SittingState } from '../sitting-state.ts';
import { byMail, replyDueFrom, toHeads, withInvitations } from './invitations.ts';

/** What is owed about the answer of one agency: by itself, or by the secretariat that phones it. */
export function replyOwed(
  state: SittingState,
  invitation: Invitation,
  secretariat: Holder,
  ctx: Context,
): readonly Expectation[] {
  if (!invitation.sent || invitation.reply !== null) return [];
  const key = `${invitation.id}/${String(state.sequence)}`;
  const due = replyDue(state, invitation, ctx);
  // Where mail does not reach or is not answered, the secretariat calls: the sitting's own day is the last one to do it.
  if (invitation.phoned === 'asked')
    return [
      {
        key: `phone-task/${key}`,
        kind: 'phone-task',
        holder: secretariat,
        blocking: true,
        about: invitation.id,
        ...(byMail(invitation.agency, ctx) ? {} : due),
      },
    ];
  if (invitation.expired || !byMail(invitation.agency, ctx)) return [];
  const gentle = ctx.rules.oneReminderKinds.includes(agencyOf(ctx.rules, invitation.agency).kind);
  return [
    {
      key: `reply/${key}`,
      kind: 'reply',
      holder: { agency: invitation.agency, post: 'staff' },
      blocking: true,
      about: invitation.id,
      askedBy: ctx.rules.competentSection,
      ...due,
      ...(gentle ? { reminders: 1 } : {}),
    },
  ];
}

/** The sitting's reply date; one of its own for an agency asked only after that: never a date that is past already (R30). */
function replyDue(state: SittingState, { id }: Invitation, ctx: Context): Pick<Expectation, 'dueOn'> {
  if (state.replyDueOn === null) return {};
  const asked = ['reply', 'phone-task'].map(
    (kind) => state.obligations[`${kind}/${id}/${String(state.sequence)}`]?.askedOn,
  );
  const askedOn = asked.find((on) => on !== undefined) ?? ctx.today;
  return { dueOn: askedOn <= state.replyDueOn ? state.replyDueOn : replyDueFrom(askedOn, state.heldOn, ctx) };
}

/** The reply date passed in silence, never taken for an answer: the workflow opens a phone task. */
export const replyExpired = (state: SittingState, { about = '' }: Obligation): SittingState =>
  withInvitations(state, [about], { expired: true });

/** An agency is asked again by the letter that it was invited by, with its own link. */
export const replyReminder = (state: SittingState, { about = '' }: Obligation): readonly Word[] =>
  toHeads('reply-reminder', [about], state);
