import type { Area, KeptState, Obligation, SomeEventUnit } from '#libs/domain';
import type { LoggedEvent } from './history-view.ts';

type Units = Readonly<Record<string, Pick<SomeEventUnit<never>, 'area'> | undefined>>;

/** The area that a line of the history belongs to; nothing when it is for nobody. */
export const areaOf = (units: Units, { type, payload }: LoggedEvent): Area | undefined =>
  (Object.hasOwn(units, type) ? units[type]?.area?.(payload as never) : undefined) ?? undefined;

/** Ids of what lines of the history are about: whom they are told is asked of that, also when it has left the state. */
export const idsToldOf = (units: Units, events: readonly LoggedEvent[]): readonly string[] => [
  ...new Set(
    events.flatMap((event) => {
      const { kind: _kind, ...about } = areaOf(units, event) ?? { kind: 'work' };
      const named: readonly unknown[] = Object.values(about).flat();
      return [...named, ...lastOfKey(event)].filter((id) => typeof id === 'string');
    }),
  ),
];

/** What is owed about something carries its id at the end of the key. */
function lastOfKey({ payload: { key, obligation } }: LoggedEvent): readonly unknown[] {
  const owed = typeof obligation === 'object' && obligation !== null && 'key' in obligation ? obligation.key : key;
  return typeof owed === 'string' ? owed.split('/').slice(-1) : [];
}

/** What a line about what is owed is about: its key, and whose it is where the record or the line still says so. */
export function owedIn(
  { key, obligation }: LoggedEvent['payload'],
  { obligations }: Pick<KeptState, 'obligations'>,
): { readonly key: string; readonly holder: string | undefined } {
  const opened =
    typeof obligation === 'object' && obligation !== null ? (obligation as Partial<Obligation>) : undefined;
  const named = opened?.key ?? (typeof key === 'string' ? key : '');
  return { key: named, holder: (opened ?? obligations[named])?.holder?.agency };
}
