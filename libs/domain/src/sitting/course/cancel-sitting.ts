import type { IsoDate } from '#libs/calendar';
import type { TextId } from '../../case/case-state.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { text } from '../../command/fields.ts';
import { dropped, toOpenCases } from '../agenda/said-to-cases.ts';
import { toInvited } from '../invitation/invitations.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event, unlessIn } from '../sitting-unit.ts';
import { sittingNow } from './times.ts';

/** Called off before it was held; the cases on it are dropped in the same transaction. */
export const cancelSitting = command('cancel-sitting', {
  fields: { reasonText: text('cancellation-reason', 2_000) },
  part: 'sitting',
  stands: sittingNow,
  likely: () => ({}),
  links: (state, _given, sitting) => toOpenCases(state, sitting, dropped),
  refusal: (state, given) => unlessIn(state, ['preparing', 'called'], given),
  decide: (state, { reasonText }, ctx) => [
    { type: 'sitting-cancelled', v: 2, on: ctx.today, reasonText, sequence: state.sequence + 1 },
  ],
});

interface SittingCancelled extends Fact<'sitting-cancelled', 2> {
  readonly on: IsoDate;
  readonly reasonText: TextId;
  /** iCalendar SEQUENCE of the word that it is off. */
  readonly sequence: number;
}
export const sittingCancelled = event<SittingCancelled>('sitting-cancelled', 2, {
  fold: (state, { sequence }) => ({ ...state, stage: 'cancelled', sequence }),
  raises: () => ['sitting'],
  area: () => ({ kind: 'mainLine' }),
  tells: ['reasonText'],
  ...quiet,
  notifies: (_event, after) => toInvited('invitation-cancelled', after),
});

/** Version 1 left the SEQUENCE to the fold. */
export const sittingCancelledOfOld = (
  old: Omit<SittingCancelled, 'v' | 'sequence'>,
  before: SittingState,
): SittingCancelled => ({ ...old, v: 2, sequence: before.sequence + 1 });
