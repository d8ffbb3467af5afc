import { date, text, time } from '../../command/fields.ts';
import { firstOf } from '../../case/refusals.ts';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import type { SittingState } from '../sitting-state.ts';

/** When and where a sitting is held. */
export const times = { heldOn: date(), startsAt: time(), endsAt: time(), placeText: text('place', 200) };

export const timesRefusal = (
  given: { readonly heldOn: string; readonly startsAt: string; readonly endsAt: string },
  ctx: Context,
): Refusal | undefined =>
  firstOf(
    given.heldOn < ctx.today && refuse('date.in-past', { field: 'heldOn' }),
    given.endsAt <= given.startsAt && refuse('sitting.ends-before-start'),
  );

/** What stands in a sitting, in the fields of the commands that change it. */
export const sittingNow = ({ stage, heldOn, startsAt, endsAt, placeText, attendance }: SittingState): object => ({
  stage,
  heldOn,
  startsAt,
  endsAt,
  placeText,
  ...(attendance ? { present: attendance.present } : {}),
});
