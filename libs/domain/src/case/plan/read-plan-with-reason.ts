import type { IsoDate } from '#libs/calendar';
import { type Fact, quiet } from '../../command/event.ts';
import { text } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import type { TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';

/**
 * 理由を記録してプランを読む: managers have lists without content (R65). Whoever decides on a plan writes down why it has to be read; that opens
 * the plans of the case to this person for this day, and every reading of them is written down with that ground (R64).
 */
export const readPlanWithReason = command('read-plan-with-reason', {
  fields: { reasonText: text('reading-reason', 2_000) },
  part: null,
  likely: () => ({}),
  refusal: ({ plans, planReaders = [] }, _given, { actor, today }) => {
    if (plans.length === 0) return refuse('plan.missing');
    return actor.kind === 'person' &&
      planReaders.some(({ membershipId, on }) => membershipId === actor.membershipId && on === today)
      ? refuse('plan.reason-given')
      : undefined;
  },
  decide: (_state, { reasonText }, { actor, today }) =>
    actor.kind === 'person'
      ? [{ type: 'plan-reading-reasoned', v: 1, on: today, membershipId: actor.membershipId, reasonText }]
      : [],
});

interface PlanReadingReasoned extends Fact<'plan-reading-reasoned', 1> {
  readonly on: IsoDate;
  readonly membershipId: string;
  readonly reasonText: TextId;
}
export const planReadingReasoned = event<PlanReadingReasoned>('plan-reading-reasoned', 1, {
  // Only those of today open anything; the log keeps all of them.
  fold: (state, { on, membershipId }) => ({
    ...state,
    planReaders: [
      ...(state.planReaders ?? []).filter((one) => one.on === on && one.membershipId !== membershipId),
      { membershipId, on },
    ],
  }),
  raises: null,
  area: () => ({ kind: 'secretariat' }),
  tells: ['reasonText'],
  ...quiet,
});
