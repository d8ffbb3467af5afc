import { date, text, time } from '../../command/fields.ts';
import { refuse, type Refusal } from '../../record/context.ts';
import type { SittingState } from '../sitting-state.ts';

/** When and where a sitting is held. */
export const times = { heldOn: date('held'), startsAt: time(), endsAt: time(), placeText: text('place', 200) };

export const timesRefusal = (given: { readonly startsAt: string; readonly endsAt: string }): Refusal | undefined =>
  given.endsAt <= given.startsAt ? refuse('sitting.ends-before-start') : undefined;

/** What stands in a sitting, in the fields of the commands that change it. */
export const sittingNow = ({ stage, heldOn, startsAt, endsAt, placeText, attendance }: SittingState): object => ({
  stage,
  heldOn,
  startsAt,
  endsAt,
  placeText,
  ...(attendance ? { present: attendance.present } : {}),
});
