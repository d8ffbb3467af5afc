import type { IsoDate } from '#libs/calendar';
import type { TextId } from '../../case/case-state.ts';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { orLeftOut, text } from '../../command/fields.ts';
import type { Context } from '../../record/context.ts';
import { toOpenCases } from '../agenda/said-to-cases.ts';
import { seatsAfter } from '../agenda/seats-on-items.ts';
import { askedAnew, replyDueFrom, toInvited, unreachable } from '../invitation/invitations.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event, unlessIn } from '../sitting-unit.ts';
import { basisRefusal } from './basis-refusal.ts';
import { noticeRefusal, sittingNow, times, timesRefusal } from './times.ts';

/**
 * Another day, hour or place. Everybody who was invited is asked anew. The rules of calling hold for it (R30): not on a 休日, and once
 * it was called less notice than the body's own needs a reason. What says the same as before changes nothing.
 */
export const moveSitting = command('move-sitting', {
  fields: { ...times, urgentReasonText: orLeftOut(text('urgent-call-reason', 2_000)) },
  part: 'sitting',
  stands: sittingNow,
  likely: (_state, ctx) => ({
    heldOn: ctx.calendar.addOpenDays(ctx.today, 5),
    startsAt: '10:00',
    endsAt: '11:00',
    urgentReasonText: 'example',
  }),
  keepsText: ({ placeText }) => ({ placeText }),
  links: (state, given, sitting) => [
    ...toOpenCases(state, sitting, ({ id }) => ({ type: 'move-placement', itemId: id, heldOn: given.heldOn })),
    // A 欠席 was for the old day.
    ...(state.stage !== 'called' || isSame(state, given)
      ? []
      : seatsAfter(
          state,
          { ...state, invitations: state.invitations.map((one) => ({ ...one, reply: null })) },
          sitting,
        )),
  ],
  refusal: (state, given, ctx) =>
    firstOf(
      unlessIn(state, ['preparing', 'called'], given),
      isSame(state, given)
        ? undefined
        : firstOf(
            timesRefusal(given, ctx),
            basisRefusal(state.body, given.heldOn, ctx),
            state.stage === 'called' && noticeRefusal(state, given.heldOn, given.urgentReasonText, ctx),
          ),
    ),
  decide: (state, given, ctx) => (isSame(state, given) ? [] : [moved(state, given, ctx)]),
});

type Given = Pick<SittingState, 'heldOn' | 'startsAt' | 'endsAt' | 'placeText'> & {
  readonly urgentReasonText?: TextId | null | undefined;
};

const isSame = (state: SittingState, { heldOn, startsAt, endsAt, placeText }: Given): boolean =>
  state.heldOn === heldOn && state.startsAt === startsAt && state.endsAt === endsAt && state.placeText === placeText;

function moved(state: SittingState, given: Given, ctx: Context): SittingMoved {
  const { heldOn, startsAt, endsAt, placeText, urgentReasonText = null } = given;
  const isCalled = state.stage === 'called';
  return {
    type: 'sitting-moved',
    v: 3,
    on: ctx.today,
    heldOn,
    startsAt,
    endsAt,
    placeText,
    replyDueOn: isCalled ? replyDueFrom(ctx.today, heldOn, ctx) : null,
    toPhone: unreachable(state.invitations, ctx),
    sequence: state.sequence + 1,
    urgentReasonText: isCalled ? (urgentReasonText ?? state.urgentReasonText) : state.urgentReasonText,
    earlierHeldOn: isCalled ? earlierDay(state, heldOn, ctx) : null,
  };
}

/** The earliest day to come that somebody was told before, as long as it is before the new one. */
function earlierDay({ heldOn, earlierHeldOn }: SittingState, next: IsoDate, { today }: Context): IsoDate | null {
  const [first] = [earlierHeldOn, heldOn].filter((on) => on !== null && on >= today && on < next).toSorted();
  return first ?? null;
}

interface SittingMoved extends Fact<'sitting-moved', 3> {
  readonly on: IsoDate;
  readonly heldOn: IsoDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly placeText: TextId;
  readonly replyDueOn: IsoDate | null;
  readonly toPhone: readonly string[];
  /** iCalendar SEQUENCE from now on. */
  readonly sequence: number;
  readonly urgentReasonText: TextId | null;
  /** A day before the new one that somebody may still hold for true. */
  readonly earlierHeldOn: IsoDate | null;
}
export const sittingMoved = event<SittingMoved>('sitting-moved', 3, {
  fold: (state, { type: _type, v: _v, on: _on, toPhone, ...moved }) => ({
    ...state,
    ...moved,
    requiredAbsenceTold: false,
    invitations: state.invitations.map((one) => askedAnew(one, toPhone)),
  }),
  raises: () => ['sitting'],
  area: () => ({ kind: 'work' }),
  tells: null,
  ...quiet,
  notifies: (_event, after) => toInvited('invitation-moved', after),
});

type OfOld = Omit<SittingMoved, 'v' | 'urgentReasonText' | 'earlierHeldOn'>;

/** Version 1 left the SEQUENCE to the fold; until version 2 a move had no reason of its own and nothing was said of the day before. */
export const sittingMovedOfOld = (
  old: Omit<OfOld, 'sequence'> & { readonly sequence?: number },
  before: SittingState,
): SittingMoved => ({
  ...old,
  v: 3,
  sequence: old.sequence ?? before.sequence + 1,
  urgentReasonText: before.urgentReasonText,
  earlierHeldOn: null,
});
