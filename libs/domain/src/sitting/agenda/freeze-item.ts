import { type Fact, quiet } from '../../command/event.ts';
import { ref, yesNo } from '../../command/fields.ts';
import { command, event } from '../sitting-unit.ts';
import { missingItem, withItem } from './agenda-item.ts';

/** Given by the case in its own transaction: a withdrawal of consent freezes the item, a new consent frees it (R7). */
export const freezeItem = command('freeze-item', {
  fields: { itemId: ref(), frozen: yesNo() },
  part: null,
  likely: null,
  refusal: (state, { itemId }) => missingItem(state, itemId),
  decide: (_state, { itemId, frozen }) => [{ type: 'item-frozen', v: 2, itemId, frozen }],
});

interface ItemFrozen extends Fact<'item-frozen', 2> {
  readonly itemId: string;
  /** `false`: free again. */
  readonly frozen: boolean;
}
export const itemFrozen = event<ItemFrozen>('item-frozen', 2, {
  fold: (state, { itemId, frozen }) => withItem(state, itemId, { frozen }),
  raises: ({ itemId }) => [`item/${itemId}`],
  area: ({ itemId }) => ({ kind: 'agenda', itemId }),
  tells: null,
  ...quiet,
});

/** Version 1 left `frozen` out where it was frozen. */
export const itemFrozenOfOld = (old: { readonly itemId: string; readonly frozen?: boolean }): ItemFrozen => ({
  type: 'item-frozen',
  v: 2,
  itemId: old.itemId,
  frozen: old.frozen ?? true,
});
