import canonicalize from 'canonicalize';

/**
 * Names of the fields in which two JSON values differ, down to the first that is no plain object; keys of maps are ids. Contents are not told.
 */
export function differingFields(name: string, one: unknown, other: unknown): readonly string[] {
  if (isPlain(one) && isPlain(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].toSorted().flatMap((key) => differingFields(`${name}.${key}`, one[key], other[key]));
  }
  return canonicalize(one) === canonicalize(other) ? [] : [name];
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
