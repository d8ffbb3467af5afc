import type { IsoDate } from '#libs/calendar';
import type { TextId } from '../../case/case-state.ts';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agency, list, made, orNull, text } from '../../command/fields.ts';
import { refuse, type Context } from '../../record/context.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event, unknownAgency, unlessIn } from '../sitting-unit.ts';
import { convenerOf, invitationOf, replyDueFrom, unsent, type NewInvitation } from './invitations.ts';
import { basisRefusal } from '../course/basis-refusal.ts';
import { noticeRefusal, sittingNow, timesRefusal } from '../course/times.ts';

/** 開催通知: decides who is invited; less notice than the body's own needs a reason (R30). */
export const callSitting = command('call-sitting', {
  fields: {
    invitees: list({ invitationId: made(), agency: agency() }, 1, 100),
    urgentReasonText: orNull(text('urgent-call-reason', 2_000)),
  },
  part: 'sitting',
  stands: sittingNow,
  likely: (state, ctx) => ({
    invitees: ctx.rules.agencies
      .filter(({ code }) => code !== convenerOf(state, ctx))
      .slice(0, 1)
      .map(({ code }) => ({ invitationId: 'example', agency: code })),
    urgentReasonText: 'example',
  }),
  refusal: (state, given, ctx) => {
    const agencies = given.invitees.map((one) => one.agency);
    return firstOf(
      unlessIn(state, ['preparing'], given),
      state.items.length === 0 && refuse('sitting.no-item'),
      asked(state, agencies, ctx).length === 0 && refuse('sitting.no-invitee'),
      new Set(agencies).size !== agencies.length && refuse('sitting.invitee-twice'),
      unknownAgency(agencies, ctx),
      timesRefusal(state, ctx),
      basisRefusal(state.body, state.heldOn, ctx),
      noticeRefusal(state, state.heldOn, given.urgentReasonText, ctx),
    );
  },
  decide: (state, { invitees, urgentReasonText }, ctx) => [
    {
      type: 'sitting-called',
      v: 1,
      on: ctx.today,
      replyDueOn: replyDueFrom(ctx.today, state.heldOn, ctx),
      urgentReasonText,
      convener: convenerOf(state, ctx),
      // The section that convenes is there by rule: nobody asks it.
      invitations: invitees
        .filter(({ agency: invited }) => asked(state, [invited], ctx).length > 0)
        .map((one) => invitationOf(state, one.invitationId, one.agency, ctx)),
    },
  ],
});

const asked = (state: SittingState, agencies: readonly AgencyCode[], ctx: Context): readonly AgencyCode[] =>
  agencies.filter((one) => one !== convenerOf(state, ctx));

interface SittingCalled extends Fact<'sitting-called', 1> {
  readonly on: IsoDate;
  readonly replyDueOn: IsoDate;
  readonly urgentReasonText: TextId | null;
  /** Present by rule; older ones leave it out. */
  readonly convener?: AgencyCode;
  readonly invitations: readonly NewInvitation[];
}
export const sittingCalled = event<SittingCalled>('sitting-called', 1, {
  fold: (state, { replyDueOn, urgentReasonText, convener = null, invitations }) => ({
    ...state,
    stage: 'called',
    replyDueOn,
    urgentReasonText,
    convener,
    invitations: invitations.map(unsent),
  }),
  raises: () => ['sitting'],
  area: () => ({ kind: 'work' }),
  tells: null,
  // The notices go out by `send-invitations`.
  ...quiet,
});
