import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agency, ref } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event, unlessIn } from '../sitting-unit.ts';
import { missingItem, withItem } from './agenda-item.ts';
import { standingOn } from './seats-on-items.ts';
import { toOpenCases } from './said-to-cases.ts';

/**
 * One agency is taken off an item that is still to be held: while nobody was told of it, or once it has said that it does not come. Whoever
 * is called and awaited is told first: its 欠席 is entered.
 */
export const takeOffItem = command('take-off-item', {
  fields: { itemId: ref(), agency: agency() },
  part: null,
  likely: (state) => {
    for (const item of state.attendance ? [] : state.items)
      for (const who of item.agencies) if (isFree(state, item.id, who)) return { itemId: item.id, agency: who };
    return refuse('item.agency-awaited');
  },
  links: (state, { itemId, agency: who }, sitting) =>
    toOpenCases(state, sitting, ({ id }) => ({ type: 'leave-item', itemId: id, agency: who }), itemId),
  refusal: (state, given) =>
    firstOf(
      unlessIn(state, ['preparing', 'called', 'held'], given),
      missingItem(state, given.itemId),
      !state.items.some(({ id, agencies }) => id === given.itemId && agencies.includes(given.agency)) &&
        refuse('item.agency-missing', { agency: given.agency }),
      state.items.find(({ id }) => id === given.itemId)?.disposition !== null && refuse('item.already-disposed'),
      !isFree(state, given.itemId, given.agency) && refuse('item.agency-awaited', { agency: given.agency }),
    ),
  decide: (state, { itemId, agency: who }, ctx) => [
    {
      type: 'agency-taken-off',
      v: 1,
      on: ctx.today,
      itemId,
      agency: who,
      uninvited: state.items.every(({ id, agencies }) => id === itemId || !agencies.includes(who))
        ? state.invitations.filter((one) => one.agency === who && one.reply === 'absent').map(({ id }) => id)
        : [],
    },
  ],
});

const isFree = (state: SittingState, itemId: string, who: AgencyCode): boolean =>
  state.items.some((item) => item.id === itemId && ['placed', 'absent'].includes(standingOn(state, item, who)));

interface AgencyTakenOff extends Fact<'agency-taken-off', 1> {
  readonly on: string;
  readonly itemId: string;
  readonly agency: AgencyCode;
  /** Invitations that fall away with it: it sits on nothing else and said that it does not come. */
  readonly uninvited: readonly string[];
}
export const agencyTakenOff = event<AgencyTakenOff>('agency-taken-off', 1, {
  fold: (state, { itemId, agency: who, uninvited }) => ({
    ...withItem(state, itemId, {
      agencies: state.items.find(({ id }) => id === itemId)?.agencies.filter((one) => one !== who) ?? [],
    }),
    invitations: state.invitations.filter(({ id }) => !uninvited.includes(id)),
  }),
  raises: ({ itemId }) => [`item/${itemId}`],
  area: () => ({ kind: 'secretariat' }),
  tells: null,
  ...quiet,
});
