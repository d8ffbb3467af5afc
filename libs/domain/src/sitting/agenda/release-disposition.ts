import type { IsoDate } from '#libs/calendar';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agency, ref } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event, unlessIn } from '../sitting-unit.ts';
import { missingItem, withItem } from './agenda-item.ts';
import { seatsAfter, standingOn } from './seats-on-items.ts';

/** 協議結果を伝える: an agency named on the item that was not there learns what came of it (R24). */
export const releaseDisposition = command('release-disposition', {
  fields: { itemId: ref(), agency: agency() },
  part: null,
  likely: (state) => {
    for (const item of state.items) {
      const [missed] = whoMissed(state, item.id);
      if (item.disposition && missed !== undefined) return { itemId: item.id, agency: missed };
    }
    return refuse('item.told-to-all');
  },
  links: (state, given, sitting) => seatsAfter(state, releasedTo(state, given), sitting),
  refusal: (state, given) =>
    firstOf(
      unlessIn(state, ['held', 'closed'], given),
      missingItem(state, given.itemId),
      state.items.find(({ id }) => id === given.itemId)?.disposition === null && refuse('item.not-disposed'),
      !whoMissed(state, given.itemId).includes(given.agency) &&
        refuse('item.agency-not-absent', { agency: given.agency }),
    ),
  decide: (_state, { itemId, agency: to }, ctx) => [
    { type: 'disposition-released', v: 1, on: ctx.today, itemId, agency: to },
  ],
});

const whoMissed = (state: SittingState, itemId: string): readonly AgencyCode[] =>
  state.items
    .filter(({ id }) => id === itemId)
    .flatMap((item) => item.agencies.filter((one) => standingOn(state, item, one) === 'absent'));

const releasedTo = (
  state: SittingState,
  { itemId, agency: to }: { readonly itemId: string; readonly agency: AgencyCode },
): SittingState =>
  withItem(state, itemId, {
    releasedTo: [...(state.items.find(({ id }) => id === itemId)?.releasedTo ?? []), to],
  });

interface DispositionReleased extends Fact<'disposition-released', 1> {
  readonly on: IsoDate;
  readonly itemId: string;
  readonly agency: AgencyCode;
}
export const dispositionReleased = event<DispositionReleased>('disposition-released', 1, {
  fold: (state, released) => releasedTo(state, released),
  raises: null,
  area: () => ({ kind: 'secretariat' }),
  tells: null,
  ...quiet,
});
