import { isRefusal, type Context, type Refusal } from '../record/context.ts';
import type { SomeCommandUnit } from './command.ts';
import { tellingWays } from '../record/call.ts';
import { exampleOf } from './example.ts';
import type { Fields } from './fields.ts';

/** A command that a page can offer; with the refusal it would meet now, if any. */
export interface Offered<Type extends string = string> {
  readonly command: Type;
  readonly refusal?: Refusal;
}

interface Unit {
  readonly type: string;
  readonly likely: unknown;
}
/** Of a union of units, the types of those that people give: a page can offer them. */
export type OfferedType<U extends Unit> = U extends { readonly likely: null } ? never : U['type'];

/** The types of those commands that people give, in the order of the process. */
export const offeredTypes = <U extends Unit>(units: readonly U[]): readonly OfferedType<U>[] =>
  units.flatMap((unit) => (unit.likely === null ? [] : [unit.type as OfferedType<U>]));

/** Each command that a page could offer, asked with a likely example of it: what is refused now says why. What is typed may still be refused. */
export const offeredBy = <S, U extends SomeCommandUnit<S, unknown>>(
  units: readonly U[],
  state: S,
  ctx: Context,
): readonly Offered<OfferedType<U>>[] =>
  units.flatMap((unit) => {
    const { fields, likely, refusal } = unit;
    if (likely === null) return [];
    const type = unit.type as OfferedType<U>;
    const known = likely(state, ctx);
    const because = isRefusal(known)
      ? known
      : refusal?.(state, { ...exampleOf(fields, ctx.today, { ...typed(fields), ...known }), type } as never, ctx);
    return [because ? { command: type, refusal: because } : { command: type }];
  });

/** How an agency's answer was told is typed by whoever enters it for the agency. */
const typed = (fields: Fields): object => ('heard' in fields ? { heard: tellingWays[0] } : {});
