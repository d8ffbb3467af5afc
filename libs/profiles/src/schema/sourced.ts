import type { IsoDate } from '#libs/calendar';
import {
  complain,
  flag,
  inside,
  isMap,
  isoDate,
  optional,
  text,
  type Checked,
  type Place,
  type Shape,
} from './shape.ts';

/** Where a value is from: read in a document, concluded, put there by the product, read differently in two places, or said by the municipality itself. */
export const origins = ['stated', 'assumed', 'default', 'contradictory', 'confirmed'] as const;
type Origin = (typeof origins)[number];

interface Provenance {
  /** Code in `sources`. */
  readonly source: string;
  readonly note: string | undefined;
  /** From this day on; without it always. */
  readonly validFrom: IsoDate | undefined;
}
export interface KnownValue<T> extends Provenance {
  readonly unknown: false;
  readonly from: Origin;
  readonly value: T;
}
/** Looked for in `source` and not found. */
export interface UnknownValue extends Provenance {
  readonly unknown: true;
}

/** A value through time, oldest first, each with where it is from. */
export type Known<T> = readonly [KnownValue<T>, ...KnownValue<T>[]];
export type Sourced<T> = readonly [KnownValue<T> | UnknownValue, ...(KnownValue<T> | UnknownValue)[]];

const keys = new Set(['value', 'unknown', 'from', 'source', 'note', 'validFrom']);

/** Is this a leaf of the file: a value with its provenance, or several of them through time? */
export const isLeaf = (raw: unknown): boolean =>
  Array.isArray(raw) || (isMap(raw) && ('value' in raw || 'unknown' in raw || 'from' in raw));

/** A value that may be unknown. */
export const sourced = <T>(of: Shape<T>): Shape<Sourced<T>> => throughTime((raw, at) => entry(raw, at, of));

/** A value without which the municipality cannot work. */
export const known = <T>(of: Shape<T>): Shape<Known<T>> =>
  throughTime((raw, at) => {
    const read = entry(raw, at, of);
    return read?.value.unknown === true ? complain(at, 'profile.must-be-known') : (read as Checked<KnownValue<T>>);
  });

function throughTime<E extends Provenance>(one: Shape<E>): Shape<readonly [E, ...E[]]> {
  return (raw, at) => {
    const entries: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
    const read = entries.map((each, index) => one(each, Array.isArray(raw) ? inside(at, index) : at));
    const good = read.flatMap((each) => (each ? [each.value] : []));
    const [first, ...later] = good;
    if (good.length !== entries.length) return undefined;
    if (!first) return complain(at, 'profile.value-missing');
    const ordered = later.every(
      ({ validFrom }, index) => validFrom !== undefined && validFrom > (good[index]?.validFrom ?? ''),
    );
    return ordered ? { value: [first, ...later] } : complain(at, 'profile.valid-from-order');
  };
}

function entry<T>(raw: unknown, at: Place, of: Shape<T>): Checked<KnownValue<T> | UnknownValue> {
  if (!isMap(raw)) return complain(at, 'profile.from-missing');
  for (const key of Object.keys(raw)) if (!keys.has(key)) complain(inside(at, key), 'profile.unknown-key');
  const unknown = optional(flag)(raw['unknown'], inside(at, 'unknown'))?.value === true;
  const from = unknown ? undefined : originOf(raw['from'], at);
  const source = sourceOf(raw['source'], at);
  const note = optional(text)(raw['note'], inside(at, 'note'));
  const validFrom = optional(isoDate)(raw['validFrom'], inside(at, 'validFrom'));
  if ((from === 'assumed' || from === 'contradictory') && note?.value === undefined)
    complain(at, 'profile.note-missing');
  if (unknown) {
    if (raw['value'] !== undefined) return complain(at, 'profile.unknown-with-value');
    return source !== undefined && note && validFrom
      ? { value: { unknown, source, note: note.value, validFrom: validFrom.value } }
      : undefined;
  }
  const value = raw['value'] === undefined ? complain(at, 'profile.value-missing') : of(raw['value'], at);
  if (!value || from === undefined || source === undefined || !note || !validFrom) return undefined;
  return { value: { unknown, value: value.value, from, source, note: note.value, validFrom: validFrom.value } };
}

function originOf(raw: unknown, at: Place): Origin | undefined {
  const found = origins.find((origin) => origin === raw);
  if (raw === undefined) complain(inside(at, 'from'), 'profile.from-missing');
  else if (!found) complain(inside(at, 'from'), 'profile.from-unknown', JSON.stringify(raw));
  return found;
}

function sourceOf(raw: unknown, at: Place): string | undefined {
  if (typeof raw !== 'string') complain(inside(at, 'source'), 'profile.source-missing');
  else if (!at.sources.has(raw)) complain(inside(at, 'source'), 'profile.source-unknown', raw);
  else return raw;
  return undefined;
}

/** The entry that holds on a day, with where it is from. */
export const knownOn = <T>(entries: Known<T>, on: IsoDate): KnownValue<T> => entryOn(entries, on);

/** The entry that holds on a day. Before the first `validFrom` the first one holds: nothing older is known. */
function entryOn<E extends Provenance>([first, ...later]: readonly [E, ...E[]], on: IsoDate): E {
  return later.findLast(({ validFrom }) => validFrom !== undefined && validFrom <= on) ?? first;
}

/** The value that holds on a day. */
export const valueOn = <T>(entries: Known<T>, on: IsoDate): T => entryOn(entries, on).value;

/** The value that holds on a day, or nothing when it is unknown. */
export function valueIfKnown<T>(entries: Sourced<T>, on: IsoDate): T | undefined {
  const found = entryOn(entries, on);
  return found.unknown ? undefined : found.value;
}
