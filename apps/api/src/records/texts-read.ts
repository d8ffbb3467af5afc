/** Contents of the texts a viewer may read. Whatever is not among them is masked. */
export class TextsRead {
  readonly #contents: ReadonlyMap<string, string>;

  constructor(contents: ReadonlyMap<string, string>) {
    this.#contents = contents;
  }

  /** The content, or `null` when there is none or it is not for this viewer. */
  of(textId: string | null): string | null {
    return textId === null ? null : (this.#contents.get(textId) ?? null);
  }

  /** `masked` when one of these texts exists but is not for this viewer. */
  mask(...textIds: readonly (string | null)[]): { readonly masked: boolean } {
    return { masked: textIds.some((id) => id !== null && !this.#contents.has(id)) };
  }
}

const isText = (name: string): boolean => name === 'text' || name.endsWith('Text');

/** The same value with contents in the place of text ids (the domain's naming: `text` or `…Text`); `null` for those that are not for this viewer. */
export function withContents<T>(value: T, contents: ReadonlyMap<string, string>): T {
  const replaced = (part: unknown, name: string): unknown => {
    if (typeof part === 'string') return isText(name) ? (contents.get(part) ?? null) : part;
    if (Array.isArray(part)) return part.map((one: unknown) => replaced(one, name));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, replaced(inner, key)]));
  };
  return replaced(value, '') as T;
}
