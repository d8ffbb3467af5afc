import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { ref } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import { command, event, unlessIn } from '../sitting-unit.ts';
import { firstOpenItem, missingItem, itemNow } from './agenda-item.ts';
import { dropped, toOpenCases } from './said-to-cases.ts';

/** A case is taken off again, as long as the sitting was not held. */
export const removeItem = command('remove-item', {
  fields: { itemId: ref() },
  part: ({ itemId }) => `item/${itemId}`,
  stands: itemNow,
  likely: (state) => {
    const open = firstOpenItem(state);
    return open ? { itemId: open.id } : refuse('item.missing');
  },
  links: (state, { itemId }, sitting) => toOpenCases(state, sitting, dropped, itemId),
  refusal: (state, given) => firstOf(unlessIn(state, ['preparing', 'called'], given), missingItem(state, given.itemId)),
  decide: ({ items }, { itemId }) => [
    { type: 'item-removed', v: 1, itemId, caseNumber: items.find(({ id }) => id === itemId)?.caseNumber ?? '' },
  ],
});

interface ItemRemoved extends Fact<'item-removed', 1> {
  readonly itemId: string;
  /** Which one it was, for whoever may know of it; older ones leave it out. */
  readonly caseNumber?: string;
}
export const itemRemoved = event<ItemRemoved>('item-removed', 1, {
  fold: (state, { itemId }) => ({
    ...state,
    items: state.items.filter(({ id }) => id !== itemId),
    removedItems: state.items.filter(({ id }) => id === itemId),
  }),
  raises: ({ itemId }) => [`item/${itemId}`],
  area: ({ itemId }) => ({ kind: 'agenda', itemId }),
  tells: null,
  ...quiet,
});
