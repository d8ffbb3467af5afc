import type { IsoDate } from '#libs/calendar';
import type { TextId } from '../../case/case-state.ts';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { toOpenCases } from '../agenda/said-to-cases.ts';
import { askedAnew, replyDueFrom, toInvited, unreachable } from '../invitation/invitations.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event, unlessIn } from '../sitting-unit.ts';
import { times, timesRefusal, sittingNow } from './times.ts';

/** Another day, hour or place. Everybody who was invited is asked anew. */
export const moveSitting = command('move-sitting', {
  fields: times,
  part: 'sitting',
  stands: sittingNow,
  likely: (_state, ctx) => ({
    heldOn: ctx.calendar.addOpenDays(ctx.today, 5),
    startsAt: '10:00',
    endsAt: '11:00',
  }),
  links: (state, { heldOn }, sitting) =>
    toOpenCases(state, sitting, ({ id }) => ({ type: 'move-placement', itemId: id, heldOn })),
  refusal: (state, given) => firstOf(unlessIn(state, ['preparing', 'called'], given), timesRefusal(given)),
  decide: (state, { heldOn, startsAt, endsAt, placeText }, ctx) => [
    {
      type: 'sitting-moved',
      v: 2,
      on: ctx.today,
      heldOn,
      startsAt,
      endsAt,
      placeText,
      replyDueOn: state.stage === 'called' ? replyDueFrom(ctx.today, heldOn, ctx) : null,
      toPhone: unreachable(state.invitations, ctx),
      sequence: state.sequence + 1,
    },
  ],
});

interface SittingMoved extends Fact<'sitting-moved', 2> {
  readonly on: IsoDate;
  readonly heldOn: IsoDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly placeText: TextId;
  readonly replyDueOn: IsoDate | null;
  readonly toPhone: readonly string[];
  /** iCalendar SEQUENCE from now on. */
  readonly sequence: number;
}
export const sittingMoved = event<SittingMoved>('sitting-moved', 2, {
  fold: (state, { heldOn, startsAt, endsAt, placeText, replyDueOn, toPhone, sequence }) => ({
    ...state,
    heldOn,
    startsAt,
    endsAt,
    placeText,
    replyDueOn,
    sequence,
    requiredAbsenceTold: false,
    invitations: state.invitations.map((one) => askedAnew(one, toPhone)),
  }),
  raises: () => ['sitting'],
  area: () => ({ kind: 'work' }),
  tells: null,
  ...quiet,
  notifies: (_event, after) => toInvited('invitation-moved', after),
});

/** Version 1 left the SEQUENCE to the fold. */
export const sittingMovedOfOld = (old: Omit<SittingMoved, 'v' | 'sequence'>, before: SittingState): SittingMoved => ({
  ...old,
  v: 2,
  sequence: before.sequence + 1,
});
