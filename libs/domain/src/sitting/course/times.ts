import { date, text, time } from '../../command/fields.ts';
import { firstOf } from '../../case/refusals.ts';
import { refuse, type Context, type Refusal } from '../../record/context.ts';

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
