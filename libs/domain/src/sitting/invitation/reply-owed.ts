import type { IsoDate } from '#libs/calendar';
import type { Word } from '../../command/event.ts';
import type { Context } from '../../record/context.ts';
import type { Expectation, Holder, Obligation } from '../../record/obligation.ts';
import { agencyOf } from '../../rules/municipality-rules.ts';
import type { Invitation, SittingState } from '../sitting-state.ts';
import { dayBefore } from './sitting-calls.ts';
import { byMail, convenerOf, replyDueFrom, toHeads, withInvitations } from './invitations.ts';

/** What is owed about the answer of one agency: by itself, or by the secretariat that phones it. */
export function replyOwed(
  state: SittingState,
  invitation: Invitation,
  secretariat: Holder,
  ctx: Context,
): readonly Expectation[] {
  // Who was asked by an older build and is present by rule owes no answer.
  if (!invitation.sent || invitation.reply !== null || invitation.agency === convenerOf(state, ctx)) return [];
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
        ...phonedBy(state, invitation, byMail(invitation.agency, ctx) ? undefined : due.dueOn, ctx),
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
  const askedOn = askedOnOf(state, id, ['reply', 'phone-task']) ?? ctx.today;
  return { dueOn: askedOn <= state.replyDueOn ? state.replyDueOn : replyDueFrom(askedOn, state.heldOn, ctx) };
}

const askedOnOf = (state: SittingState, id: string, kinds: readonly string[]): IsoDate | undefined =>
  kinds
    .map((kind) => state.obligations[`${kind}/${id}/${String(state.sequence)}`]?.askedOn)
    .find((on) => on !== undefined);

/** Whoever may still take the earlier day for true is phoned before that day. */
function phonedBy(
  state: SittingState,
  { id }: Invitation,
  dueOn: IsoDate | undefined,
  ctx: Context,
): Pick<Expectation, 'dueOn'> {
  const askedOn = askedOnOf(state, id, ['phone-task']) ?? ctx.today;
  if (state.earlierHeldOn === null || state.earlierHeldOn <= askedOn) return dueOn === undefined ? {} : { dueOn };
  const before = dayBefore(state.earlierHeldOn, ctx);
  const wanted = dueOn ?? ctx.calendar.addOpenDays(askedOn, ctx.rules.deadlines['phone-task'].openDays);
  return { dueOn: before < askedOn ? askedOn : before < wanted ? before : wanted };
}

/** The reply date passed in silence, never taken for an answer: the workflow opens a phone task. */
export const replyExpired = (state: SittingState, { about = '' }: Obligation): SittingState =>
  withInvitations(state, [about], { expired: true });

/** An agency is asked again by the letter that it was invited by, with its own link. */
export const replyReminder = (state: SittingState, { about = '' }: Obligation): readonly Word[] =>
  toHeads('reply-reminder', [about], state);
