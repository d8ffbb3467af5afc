type Leaf = string | number | boolean;
type Row = Readonly<Record<string, unknown>>;

/** Where nothing is told a page may say `null`, no, nought or `none`. */
const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === false || value === 0 || value === '' || value === 'none';
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
/** That something is left out is said the more, the less is shown. */
const isMask = (name: string): boolean => name === 'masked' || name.endsWith('Masked');
const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** Every leaf of an answer that says something, with where it stands: `plans[].goals[].text`. */
export function leavesOf(value: unknown, path = ''): readonly { readonly path: string; readonly leaf: Leaf }[] {
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, `${path}[]`));
  if (isRow(value))
    return Object.entries(value).flatMap(([name, inner]) => (isMask(name) ? [] : leavesOf(inner, below(path, name))));
  return isBlank(value) ? [] : [{ path, leaf: value as Leaf }];
}

/** Where `less` says something that `more` does not: an entry that is not there, a field that is empty or says otherwise. */
export function beyond(less: unknown, more: unknown, path = ''): readonly string[] {
  if (Array.isArray(less)) {
    const others: readonly unknown[] = Array.isArray(more) ? more : [];
    return less.flatMap((one) => beyondNearest(one, others, `${path}[]`));
  }
  if (isRow(less)) {
    const other = isRow(more) ? more : {};
    return Object.entries(less).flatMap(([name, inner]) => {
      if (!isMask(name)) return beyond(inner, other[name], below(path, name));
      return inner === false && other[name] === true ? [below(path, name)] : [];
    });
  }
  return isBlank(less) || less === more ? [] : [`${path}: ${String(less)}`];
}

/** An entry of a list is compared with the one of the same first field (`id`, `key`, `seq`, `agency` …) that is most like it. */
function beyondNearest(one: unknown, others: readonly unknown[], path: string): readonly string[] {
  const first = (row: Row): unknown => Object.values(row)[0];
  // A line that is not numbered for this viewer may be any of them.
  const alike = isRow(one)
    ? others.filter((other) => isRow(other) && (first(one) === null || first(other) === first(one)))
    : others.filter((other) => other === one);
  const [nearest] = alike.map((other) => beyond(one, other, path)).toSorted((a, b) => a.length - b.length);
  return nearest ?? [`${path} has another: ${JSON.stringify(one)}`];
}
