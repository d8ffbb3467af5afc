import type { IsoDate } from '#libs/calendar';
import { type Fact, quiet } from '../../command/event.ts';
import { toCoordinator } from '../../record/words.ts';
import { command, event } from '../case-units.ts';
import { alreadySo } from '../refusals.ts';

/** The procedure asks for a 重層的支援会議 that takes the plan. */
export const askForReview = command('ask-for-review', {
  part: null,
  fields: {},
  likely: null,
  refusal: (state) => (state.stage !== 'adequacyReview' || state.reviewAsked ? alreadySo : undefined),
  decide: (_state, _said, ctx) => [{ type: 'review-asked', v: 1, on: ctx.today }],
});

interface ReviewAsked extends Fact<'review-asked', 1> {
  readonly on: IsoDate;
}

export const reviewAsked = event<ReviewAsked>('review-asked', 1, {
  fold: (state) => ({ ...state, reviewAsked: true }),
  raises: null,
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
  notifies: (_asked, _after, ctx) => [toCoordinator(ctx, 'work-waiting', 'meeting-placement')],
});
