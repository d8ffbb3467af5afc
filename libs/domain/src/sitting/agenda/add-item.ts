import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import type { AgendaItem } from '../sitting-state.ts';
import { command, event, unknownAgency, unlessIn } from '../sitting-unit.ts';
import { basisRefusal } from '../course/basis-refusal.ts';
import { itemOf, missingCase, newItem } from './agenda-item.ts';
import { placed } from './said-to-cases.ts';
import { seatsAfter } from './seats-on-items.ts';

/** A case is put on a sitting that is there already: 案件を加える. */
export const addItem = command('add-item', {
  fields: newItem,
  part: null,
  likely: () => ({ agencies: [] }),
  // Whoever was called already sits there from now on.
  links: (state, item, sitting) => [
    placed(item, state, sitting),
    ...seatsAfter(state, { ...state, items: [{ ...item, id: item.itemId, kind: state.kind }] }, sitting),
  ],
  refusal: (state, item, ctx) =>
    firstOf(
      unlessIn(state, ['preparing', 'called'], item),
      state.heldOn < ctx.today && refuse('date.in-past', { field: 'heldOn' }),
      basisRefusal(state.body, state.heldOn, ctx),
      state.items.some(({ id, caseId }) => id === item.itemId || caseId === item.caseId) &&
        refuse('item.already-placed'),
      unknownAgency(item.agencies, ctx),
      missingCase(item, ctx),
    ),
  decide: (state, item, ctx) => [{ type: 'item-added', v: 1, item: itemOf(item, state.body, ctx) }],
});

interface ItemAdded extends Fact<'item-added', 1> {
  readonly item: AgendaItem;
}
export const itemAdded = event<ItemAdded>('item-added', 1, {
  fold: (state, { item }) => ({ ...state, items: [...state.items, item] }),
  raises: null,
  area: ({ item }) => ({ kind: 'agenda', itemId: item.id }),
  tells: null,
  // What it passes on is said by the case, which is placed in the same transaction.
  ...quiet,
});
