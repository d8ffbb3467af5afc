/** What a form holds while it is being filled in, by field name. */
export type FieldValue = string | boolean | readonly string[] | readonly FieldValues[];
export interface FieldValues {
  readonly [name: string]: FieldValue;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Will probably be refused, and this is why. The server decides. */
  readonly warning?: string | undefined;
}

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  /** Shown and sent only when this holds. */
  readonly when?: (values: FieldValues) => boolean;
}

/** A form is data: one line each field. */
export type FieldSpec =
  | (FieldBase & {
      readonly kind: 'line' | 'story' | 'date' | 'time' | 'number';
      readonly min?: string | undefined;
      readonly max?: string | undefined;
      readonly rows?: number;
    })
  | (FieldBase & { readonly kind: 'choice'; readonly options: readonly Option[]; readonly layout: 'radio' | 'select' })
  | (FieldBase & { readonly kind: 'choices'; readonly options: readonly Option[] })
  | (FieldBase & { readonly kind: 'tick' })
  | (FieldBase & {
      readonly kind: 'rows';
      readonly fields: readonly FieldSpec[];
      readonly rowName: string;
      readonly blank: FieldValues;
      readonly least?: number;
    });

export interface FieldError {
  /** Path within the body: `storyText`, `persons.0.nameText`. */
  readonly field: string;
  readonly detail: string;
}

export const textIn = (values: FieldValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

/** The text without blanks around it, or `null` when there is none. */
export const textOrNull = (values: FieldValues, name: string): string | null => {
  const text = textIn(values, name).trim();
  return text === '' ? null : text;
};

export const tickIn = (values: FieldValues, name: string): boolean => values[name] === true;

export const choicesIn = (values: FieldValues, name: string): readonly string[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};

export const rowsIn = (values: FieldValues, name: string): readonly FieldValues[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one): one is FieldValues => typeof one === 'object') : [];
};

export const isShown = (field: FieldSpec, values: FieldValues): boolean => field.when?.(values) ?? true;

/** The field that stands at a path of the body, with the list that it is in; nothing for what is not asked. */
export function fieldAt(
  fields: readonly FieldSpec[],
  path: string,
): { readonly field: FieldSpec; readonly row?: { readonly name: string; readonly number: number } } | undefined {
  const field = fields.find(({ name }) => name === path);
  if (field !== undefined) return { field };
  for (const list of fields) {
    if (list.kind !== 'rows' || !path.startsWith(`${list.name}.`)) continue;
    const [index = '', ...rest] = path.slice(list.name.length + 1).split('.');
    const inner = list.fields.find(({ name }) => name === rest.join('.'));
    if (inner !== undefined) return { field: inner, row: { name: list.rowName, number: Number(index) + 1 } };
  }
  return undefined;
}

/** The id of a field's input, so that the list of errors can lead there. */
export const inputIdOf = (formId: string, path: string): string => `${formId}-${path.replaceAll('.', '-')}`;
