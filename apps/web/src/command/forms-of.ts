import type { Fields, Holding } from '#libs/domain';
import type { Asking, Body } from './asking.ts';
import { formOf, type AskedUnit, type FormContext, type FormMaker } from './form-of.ts';

type Units = Readonly<Record<string, AskedUnit & { readonly likely: unknown }>>;
type Asker<View, Holds> = (context: FormContext<View>) => Asking<Holds> | null;

/**
 * How the commands of a kind of record are asked, where their fields do not tell it all; a field that a command does not have does not
 * compile. `elsewhere`: the page has another way to it than a form of its own.
 */
export type Askings<U extends Units, View> = {
  readonly [Type in keyof U]?: Asker<View, Holding<U[Type]['fields']>> | 'elsewhere';
};

/** Several commands behind one form. */
export interface Choice<View> {
  readonly sends: readonly string[];
  readonly make: FormMaker<View>;
}

/** The forms of a kind of record, by the name that stands in the address (`?do=…`): one for each command that people give, or for a choice of some. */
export function formsOf<const U extends Units, View>(
  units: U,
  askings: Askings<U, View>,
  choices: Readonly<Record<string, Choice<View>>> = {},
): Readonly<Record<string, FormMaker<View>>> {
  const chosen = new Set(Object.values(choices).flatMap(({ sends }) => sends));
  const askers = askings as Readonly<Record<string, Asker<View, Body> | 'elsewhere' | undefined>>;
  const own = Object.values(units).flatMap((unit): readonly [string, FormMaker<View>][] => {
    const asker = askers[unit.type];
    if (unit.likely === null || asker === 'elsewhere' || chosen.has(unit.type)) return [];
    const make: FormMaker<View> = (context) => {
      const asking = asker === undefined ? aboutTarget(unit.fields, context.target) : asker(context);
      return asking === null ? null : formOf(unit, context.profile, asking);
    };
    return [[unit.type, make]];
  });
  return {
    ...Object.fromEntries(own),
    ...Object.fromEntries(Object.entries(choices).map(([name, { make }]) => [name, make])),
  };
}

/** Without another word the command is about what the address names. */
function aboutTarget(fields: Fields, target: string | null): Asking | null {
  const about = Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'ref' ? [name] : []));
  if (about.length > 0 && target === null) return null;
  return { known: Object.fromEntries(about.map((name) => [name, target])) };
}
