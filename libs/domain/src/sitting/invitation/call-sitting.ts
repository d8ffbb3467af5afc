import type { IsoDate } from '#libs/calendar';
import type { TextId } from '../../case/case-state.ts';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agency, list, made, orNull, text } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import { bodyOf } from '../../rules/municipality-rules.ts';
import { command, event, unknownAgency, unlessIn } from '../sitting-unit.ts';
import { invitationOf, replyDueFrom, unsent, type NewInvitation } from './invitations.ts';
import { sittingNow } from '../course/times.ts';

/** 開催通知: decides who is invited; less notice than the body's own needs a reason (R30). */
export const callSitting = command('call-sitting', {
  fields: {
    invitees: list({ invitationId: made(), agency: agency() }, 1, 100),
    urgentReasonText: orNull(text('urgent-call-reason', 2_000)),
  },
  part: 'sitting',
  stands: sittingNow,
  likely: (_state, ctx) => ({
    invitees: [{ invitationId: 'example', agency: ctx.rules.competentSection }],
    urgentReasonText: 'example',
  }),
  refusal: (state, given, ctx) => {
    const wanted = bodyOf(ctx.rules, state.body)?.noticeOpenDays ?? 0;
    const notice = ctx.calendar.openDaysBetween(ctx.today, state.heldOn);
    const agencies = given.invitees.map((one) => one.agency);
    return firstOf(
      unlessIn(state, ['preparing'], given),
      state.items.length === 0 && refuse('sitting.no-item'),
      agencies.length === 0 && refuse('sitting.no-invitee'),
      new Set(agencies).size !== agencies.length && refuse('sitting.invitee-twice'),
      unknownAgency(agencies, ctx),
      state.heldOn < ctx.today && refuse('date.in-past', { field: 'heldOn' }),
      notice < wanted && given.urgentReasonText === null && refuse('sitting.notice-too-short', { notice, wanted }),
    );
  },
  decide: (state, { invitees, urgentReasonText }, ctx) => [
    {
      type: 'sitting-called',
      v: 1,
      on: ctx.today,
      replyDueOn: replyDueFrom(ctx.today, state.heldOn, ctx),
      urgentReasonText,
      invitations: invitees.map((one) => invitationOf(state, one.invitationId, one.agency, ctx)),
    },
  ],
});

interface SittingCalled extends Fact<'sitting-called', 1> {
  readonly on: IsoDate;
  readonly replyDueOn: IsoDate;
  readonly urgentReasonText: TextId | null;
  readonly invitations: readonly NewInvitation[];
}
export const sittingCalled = event<SittingCalled>('sitting-called', 1, {
  fold: (state, { replyDueOn, urgentReasonText, invitations }) => ({
    ...state,
    stage: 'called',
    replyDueOn,
    urgentReasonText,
    invitations: invitations.map(unsent),
  }),
  raises: () => ['sitting'],
  area: () => ({ kind: 'work' }),
  tells: null,
  // The notices go out by `send-invitations`.
  ...quiet,
});
