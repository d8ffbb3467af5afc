/**
 * The texts a command names: every string under a property called `text` or ending in `Text`, at any depth. Commands of libs/domain
 * keep to that naming; it is what lets the executor see that each text is there, and to whose record it belongs.
 */
export function textIdsIn(command: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  collect(command, '', found);
  return found;
}

function collect(value: unknown, name: string, found: Set<string>): void {
  if (typeof value === 'string') {
    if (name === 'text' || name.endsWith('Text')) found.add(value);
  } else if (Array.isArray(value)) {
    for (const part of value) collect(part, name, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) collect(part, key, found);
  }
}
