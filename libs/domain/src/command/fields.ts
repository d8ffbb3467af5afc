import type { IsoDate } from '#libs/calendar';
import type { DayMeaning } from './days.ts';

/**
 * A field of a command, as data: what the page asks, what the edge checks and OpenAPI describes, what the rule gets.
 * `T` is what the command holds; it exists for the compiler only.
 */
export type Field<T = unknown> = FieldKind & {
  readonly nullable?: true;
  readonly omissible?: true;
  readonly holds?: T;
};

type FieldKind =
  /** One of a closed set. */
  | { readonly kind: 'code'; readonly codes: readonly string[] }
  /** Several different ones of a closed set. */
  | { readonly kind: 'codes'; readonly codes: readonly string[]; readonly min: number }
  /** For each id of the record's own (a goal) one code of a closed set. */
  | { readonly kind: 'codePerId'; readonly codes: readonly string[] }
  /** 'YYYY-MM-DD' in Asia/Tokyo. */
  | { readonly kind: 'date'; readonly means: DayMeaning }
  /** `time`: 'HH:mm' in Asia/Tokyo. */
  | { readonly kind: 'time' | 'yesNo' }
  /** A whole number, both limits included. */
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  /** The year in which somebody was born, from 1873 on. */
  | { readonly kind: 'birthYear' }
  /** Id of a record, a person, an item … that is there. */
  | { readonly kind: 'ref' }
  | { readonly kind: 'refs'; readonly min: number; readonly max: number }
  /** Code out of the municipality's profile: an agency, a body, an intake point, a 根拠規定. */
  | { readonly kind: 'agency' | 'body' | 'point' | 'basis' }
  | { readonly kind: 'agencies'; readonly min: number }
  /** The word 'all' or a list of agencies. */
  | { readonly kind: 'allOrAgencies' }
  /** What is written about people: the command holds the id of a revision of its own; longest in UTF-16 units. */
  | { readonly kind: 'text'; readonly slot: string; readonly max: number }
  /** A short line that names no person (document number) and does stand in the log. */
  | { readonly kind: 'line'; readonly max: number }
  /** An id that the server makes anew for every request: no field of the body. */
  | { readonly kind: 'made' }
  /** A value that the executor or the edge puts there (case number, by which door it came): no field of the body. */
  | { readonly kind: 'given' }
  | { readonly kind: 'part'; readonly fields: Fields }
  | { readonly kind: 'list'; readonly fields: Fields; readonly min: number; readonly max: number };

export interface Fields {
  readonly [name: string]: Field;
}

type Held<F> = F extends { readonly holds?: infer T } ? Exclude<T, undefined> : never;
type Omissible<F extends Fields> = { [K in keyof F]: F[K] extends { readonly omissible: true } ? K : never }[keyof F];
/** What a command with these fields holds. */
export type Holding<F extends Fields> = { readonly [K in Exclude<keyof F, Omissible<F>>]: Held<F[K]> } & {
  readonly [K in Omissible<F>]?: Held<F[K]> | undefined;
};

/** What is written and is no longer than this is one line: a name, a place, a number. */
export const longestLine = 200;

const field = <T>(kind: FieldKind): Field<T> => kind;

export const code = <const C extends readonly string[]>(codes: C): Field<C[number]> => field({ kind: 'code', codes });
export const codes = <const C extends readonly string[]>(all: C, min = 0): Field<readonly C[number][]> =>
  field({ kind: 'codes', codes: all, min });
export const codePerId = <const C extends readonly string[]>(all: C): Field<Readonly<Record<string, C[number]>>> =>
  field({ kind: 'codePerId', codes: all });
export const date = (means: DayMeaning): Field<IsoDate> => field({ kind: 'date', means });
export const time = (): Field<string> => field({ kind: 'time' });
export const yesNo = (): Field<boolean> => field({ kind: 'yesNo' });
export const number = (min: number, max: number): Field<number> => field({ kind: 'number', min, max });
export const birthYear = (): Field<number> => field({ kind: 'birthYear' });
export const ref = (): Field<string> => field({ kind: 'ref' });
export const refs = (min = 0, max = 100): Field<readonly string[]> => field({ kind: 'refs', min, max });
export const agency = (): Field<string> => field({ kind: 'agency' });
export const agencies = (min = 0): Field<readonly string[]> => field({ kind: 'agencies', min });
export const allOrAgencies = (): Field<readonly string[] | 'all'> => field({ kind: 'allOrAgencies' });
export const body = (): Field<string> => field({ kind: 'body' });
export const point = (): Field<string> => field({ kind: 'point' });
export const basis = (): Field<string> => field({ kind: 'basis' });
export const text = (slot: string, max: number): Field<string> => field({ kind: 'text', slot, max });
export const line = (max: number): Field<string> => field({ kind: 'line', max });
export const made = (): Field<string> => field({ kind: 'made' });
export const given = <T>(): Field<T> => field({ kind: 'given' });
export const part = <const F extends Fields>(fields: F): Field<Holding<F>> => field({ kind: 'part', fields });
export const list = <const F extends Fields>(fields: F, min = 0, max = 100): Field<readonly Holding<F>[]> =>
  field({ kind: 'list', fields, min, max });
/** The field may hold `null`; it must be there all the same: what is left out by mistake is not "none". */
export const orNull = <T>(inner: Field<T>): Field<T | null> => ({ ...inner, nullable: true });
/** Like {@link orNull}, and may be left out: for a field that came to a command later, so that a body of before is still taken. */
export const orLeftOut = <T>(inner: Field<T>): Field<T | null | undefined> & { readonly omissible: true } => ({
  ...inner,
  nullable: true,
  omissible: true,
});
