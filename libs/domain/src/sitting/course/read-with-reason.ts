import type { IsoDate } from '#libs/calendar';
import type { TextId } from '../../case/case-state.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { text } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import { command, event } from '../sitting-unit.ts';

/**
 * 理由を記録して内容を読む: managers have lists without content (R65). Whoever neither presides nor sits on an item writes down why it has to be
 * read; that opens the sitting to this person for this day, and every reading of it is written down with that ground (R64).
 */
export const readWithReason = command('read-with-reason', {
  fields: { reasonText: text('reading-reason', 2_000) },
  part: null,
  likely: () => ({}),
  refusal: (state, _given, { actor, today }) =>
    actor.kind === 'person' &&
    state.readers.some(({ membershipId, on }) => membershipId === actor.membershipId && on === today)
      ? refuse('sitting.reason-given')
      : undefined,
  decide: (_state, { reasonText }, { actor, today }) =>
    actor.kind === 'person'
      ? [{ type: 'reading-reasoned', v: 1, on: today, membershipId: actor.membershipId, reasonText }]
      : [],
});

interface ReadingReasoned extends Fact<'reading-reasoned', 1> {
  readonly on: IsoDate;
  readonly membershipId: string;
  readonly reasonText: TextId;
}
export const readingReasoned = event<ReadingReasoned>('reading-reasoned', 1, {
  // Only those of today open anything; the log keeps all of them.
  fold: (state, { on, membershipId }) => ({
    ...state,
    readers: [
      ...state.readers.filter((one) => one.on === on && one.membershipId !== membershipId),
      { membershipId, on },
    ],
  }),
  raises: null,
  area: () => ({ kind: 'secretariat' }),
  tells: ['reasonText'],
  ...quiet,
});
