import type { Action } from '#libs/access';
import { exampleOf, type Fields } from '#libs/domain';
import type { RecordView } from '#libs/views';
import type { MayGive } from './offer.ts';

interface Unit {
  readonly type: Action;
  readonly fields: Fields;
  readonly part: string | null | ((command: never) => string);
}

/** `handoff` of `handoff/<id>`. */
const familyOf = (part: string): string => part.split('/')[0] ?? part;

/**
 * Versions of the parts that this viewer's own commands change: how often another was changed says something of it. `isShown` judges a part
 * about one of several things, by its name and the id.
 */
export function partsView(
  parts: Readonly<Record<string, number>>,
  units: readonly Unit[],
  mayGive: MayGive,
  isShown: (family: string, about: string) => boolean = () => true,
): RecordView['parts'] {
  const own = new Set(
    units
      .filter(({ type, part }) => part !== null && mayGive(type).allowed)
      .map(({ fields, part }) =>
        familyOf(typeof part === 'function' ? part(exampleOf(fields, '2026-04-01') as never) : (part ?? '')),
      ),
  );
  return Object.fromEntries(
    Object.entries(parts).filter(([name]) => {
      const [family = '', about] = name.split('/');
      return own.has(family) && (about === undefined || isShown(family, about));
    }),
  );
}
