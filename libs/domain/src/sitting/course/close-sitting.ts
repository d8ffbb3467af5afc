import type { IsoDate } from '#libs/calendar';
import { alreadySo } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { command, event } from '../sitting-unit.ts';

/**
 * Given by the workflow. It cannot close while an item has no disposition: no path leads from a past meeting to nothing scheduled
 * (product-rules 13).
 */
export const closeSitting = command('close-sitting', {
  fields: {},
  part: null,
  likely: null,
  refusal: (state) =>
    state.stage === 'held' && state.items.every(({ disposition }) => disposition !== null) ? undefined : alreadySo,
  decide: (_state, _given, ctx) => [{ type: 'sitting-closed', v: 1, on: ctx.today }],
});

interface SittingClosed extends Fact<'sitting-closed', 1> {
  readonly on: IsoDate;
}
export const sittingClosed = event<SittingClosed>('sitting-closed', 1, {
  fold: (state) => ({ ...state, stage: 'closed' }),
  raises: () => ['sitting'],
  area: () => ({ kind: 'work' }),
  tells: null,
  ...quiet,
});
