import { isIsoDate } from '#libs/calendar';
import { problemOf, type ProblemCode, type ProfileProblem } from './problem.ts';

/** Where the reader stands in the file, and what it has found wrong so far. */
export interface Place {
  readonly path: string;
  readonly problems: ProfileProblem[];
  /** Codes of the documents that values may name as their source. */
  readonly sources: ReadonlySet<string>;
}

/** What was read; nothing when it was wrong, and then a problem stands in the list. */
export type Checked<T> = { readonly value: T } | undefined;
/** Reads one part of a profile out of what YAML gave. */
export type Shape<T> = (raw: unknown, at: Place) => Checked<T>;
export type ShapeOf<S> = S extends Shape<infer T> ? T : never;

export const inside = (at: Place, key: string | number): Place => ({
  ...at,
  path: at.path === '' ? String(key) : `${at.path}.${key}`,
});

/** Notes a problem; the answer is that nothing was read. */
export function complain(at: Place, code: ProblemCode, detail?: string): Checked<never> {
  at.problems.push(problemOf(at.path, code, detail));
  return undefined;
}

export const isMap = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

export const text: Shape<string> = (raw, at) =>
  typeof raw === 'string' && raw.trim() !== '' ? { value: raw } : complain(at, 'profile.type', '文字');

export const flag: Shape<boolean> = (raw, at) =>
  typeof raw === 'boolean' ? { value: raw } : complain(at, 'profile.type', 'true か false');

/** A whole number of `min` to `max`. */
export const whole =
  (min: number, max: number): Shape<number> =>
  (raw, at) => {
    if (typeof raw !== 'number' || !Number.isInteger(raw)) return complain(at, 'profile.type', '整数');
    return raw >= min && raw <= max ? { value: raw } : complain(at, 'profile.range', `${min}から${max}まで`);
  };

/** An aim or a count: a number, or the words that stand in its place (体制整備). */
export const numberOrText: Shape<number | string> = (raw, at) =>
  typeof raw === 'number' ? { value: raw } : text(raw, at);

export const isoDate: Shape<string> = (raw, at) =>
  typeof raw === 'string' && isIsoDate(raw) ? { value: raw } : complain(at, 'profile.date');

export const clockTime: Shape<string> = (raw, at) =>
  typeof raw === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(raw) ? { value: raw } : complain(at, 'profile.time');

export const monthDay: Shape<string> = (raw, at) =>
  typeof raw === 'string' && isIsoDate(`2024-${raw}`) ? { value: raw } : complain(at, 'profile.month-day');

/** One of a closed set of words. */
export const oneOf =
  <const T extends string>(...words: readonly T[]): Shape<T> =>
  (raw, at) => {
    const found = words.find((word) => word === raw);
    return found === undefined ? complain(at, 'profile.choice', words.join('、')) : { value: found };
  };

export const list =
  <T>(of: Shape<T>): Shape<readonly T[]> =>
  (raw, at) => {
    if (!Array.isArray(raw)) return complain(at, 'profile.type', '並び');
    const read = raw.map((one: unknown, index) => of(one, inside(at, index)));
    const good = read.filter((one) => one !== undefined);
    return good.length === read.length ? { value: good.map(({ value }) => value) } : undefined;
  };

/** A field that may be left out. */
export const optional =
  <T>(of: Shape<T>): Shape<T | undefined> =>
  (raw, at) =>
    raw === undefined ? { value: undefined } : of(raw, at);

/** Fields with names of their own; one that is missing or not known is a problem. */
export const fields =
  <S extends Readonly<Record<string, Shape<unknown>>>>(shapes: S): Shape<{ readonly [K in keyof S]: ShapeOf<S[K]> }> =>
  (raw, at) => {
    if (!isMap(raw)) return complain(at, 'profile.type', '項目の集まり');
    for (const key of Object.keys(raw))
      if (!Object.hasOwn(shapes, key)) complain(inside(at, key), 'profile.unknown-key');
    const before = at.problems.length;
    const read = Object.entries(shapes).map(([key, shape]) => {
      const missing = raw[key] === undefined;
      const checked = shape(raw[key], missing ? { ...inside(at, key), problems: [] } : inside(at, key));
      if (missing && !checked) complain(inside(at, key), 'profile.missing');
      return [key, checked?.value] as const;
    });
    if (at.problems.length > before) return undefined;
    return { value: Object.fromEntries(read) as { readonly [K in keyof S]: ShapeOf<S[K]> } };
  };

/** Entries under codes that the file chooses itself, such as agencies. */
export const byCode =
  <T>(of: Shape<T>, code = /^[a-z][\w.-]*$/i): Shape<Readonly<Record<string, T>>> =>
  (raw, at) => {
    if (!isMap(raw)) return complain(at, 'profile.type', 'コードごとの集まり');
    const read = Object.entries(raw).map(([key, one]) => {
      if (!code.test(key)) complain(inside(at, key), 'profile.code');
      return [key, of(one, inside(at, key))] as const;
    });
    const good = read.flatMap(([key, checked]) => (checked ? [[key, checked.value] as const] : []));
    return good.length === read.length ? { value: Object.fromEntries(good) } : undefined;
  };
