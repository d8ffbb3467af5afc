import { yesNo } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import { command, event } from '../case-units.ts';
import { firstOf, unlessEnded } from '../refusals.ts';

/** 急ぐ: safety of a person. */
export const markUrgent = command('mark-urgent', {
  part: 'urgency',
  stands: ({ urgent }) => ({ urgent }),
  fields: { urgent: yesNo() },
  likely: (state) => ({ urgent: !state.urgent }),
  refusal: (state, { urgent }) =>
    firstOf(unlessEnded(state), state.urgent === urgent && refuse('case.urgency-unchanged')),
  decide: (_state, { urgent }) => [{ type: 'urgency-marked', v: 1, urgent }],
});

interface UrgencyMarked extends Fact<'urgency-marked', 1> {
  readonly urgent: boolean;
}

export const urgencyMarked = event<UrgencyMarked>('urgency-marked', 1, {
  fold: (state, { urgent }) => ({ ...state, urgent }),
  raises: () => ['urgency'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});
