import type { IsoDate } from '#libs/calendar';
import { alreadySo } from '../../case/refusals.ts';
import type { Fact } from '../../command/event.ts';
import type { SittingState } from '../sitting-state.ts';
import { command, event } from '../sitting-unit.ts';

/** Required agencies that said they will not come and send no word in writing. */
export const requiredAbsent = (state: SittingState): number =>
  state.invitations.filter(({ required, reply }) => required && reply === 'absent').length;

/** Given by the workflow: the secretariat hears that a 必須出席機関 does not come, once for each that falls out. */
export const tellRequiredAbsence = command('tell-required-absence', {
  fields: {},
  part: null,
  likely: null,
  refusal: (state) =>
    state.stage === 'called' && requiredAbsent(state) > 0 && !state.requiredAbsenceTold ? undefined : alreadySo,
  decide: (_state, _given, ctx) => [{ type: 'required-absence-told', v: 1, on: ctx.today }],
});

interface RequiredAbsenceTold extends Fact<'required-absence-told', 1> {
  readonly on: IsoDate;
}
export const requiredAbsenceTold = event<RequiredAbsenceTold>('required-absence-told', 1, {
  fold: (state) => ({ ...state, requiredAbsenceTold: true }),
  raises: null,
  area: () => ({ kind: 'secretariat' }),
  tells: null,
  discloses: null,
  notifies: (_event, _after, { rules }) => [
    { kind: 'required-absence', recipient: { agency: rules.coordinatingBody, to: 'coordinator' } },
  ],
  counts: null,
});
