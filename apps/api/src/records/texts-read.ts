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

  /** `{ masked: true }` when one of these texts exists but is not for this viewer; nothing otherwise. */
  mask(...textIds: readonly (string | null)[]): { readonly masked?: true } {
    return textIds.some((id) => id !== null && !this.#contents.has(id)) ? { masked: true } : {};
  }
}

/** Ids of texts in a piece of state: strings under `text` or `…Text`, at any depth (the domain's naming). */
export function textIdsIn(value: unknown, name = ''): readonly string[] {
  if (typeof value === 'string') return name === 'text' || name.endsWith('Text') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((part) => textIdsIn(part, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textIdsIn(part, key));
}
