import type { Context, Refusal } from '../record/context.ts';
import type { SomeCommandUnit } from './command.ts';
import { exampleOf } from './example.ts';

/** A command that a page can offer; with the refusal it would meet now, if any. */
export interface Offered<Type extends string = string> {
  readonly command: Type;
  readonly refusal?: Refusal;
}

/** Each command that a page could offer, asked with a likely example of it: what is refused now says why. */
export const offeredBy = <S, U extends SomeCommandUnit<S, unknown>>(
  units: readonly U[],
  state: S,
  ctx: Context,
): readonly Offered<U['type']>[] =>
  units.flatMap(({ type, fields, likely, refusal }) => {
    if (likely === null) return [];
    const known = likely(state, ctx);
    const because = isReason(known)
      ? known
      : refusal?.(state, { ...exampleOf(fields, ctx.today, { ...known }), type } as never, ctx);
    return [because ? { command: type, refusal: because } : { command: type }];
  });

/** A likely command is part of one; a refusal has a code. */
const isReason = (known: object): known is Refusal => 'code' in known;
