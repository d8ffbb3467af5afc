import { t } from '../../messages/translate.ts';
import {
  choicesIn,
  fieldAt,
  isShown,
  rowsIn,
  textIn,
  type FieldError,
  type FieldSpec,
  type FieldValues,
} from './field-spec.ts';

/** What is missing, in the order of the form. The sense of it is judged by the server. */
export function missingFields(fields: readonly FieldSpec[], values: FieldValues, path = ''): readonly FieldError[] {
  return fields
    .filter((field) => isShown(field, values))
    .flatMap((field) => missingIn(field, values, `${path}${field.name}`));
}

function missingIn(field: FieldSpec, values: FieldValues, at: string): readonly FieldError[] {
  if (field.kind === 'rows') {
    const rows = rowsIn(values, field.name);
    const tooFew = rows.length < (field.least ?? 0) ? [missing(field, at)] : [];
    return [
      ...tooFew,
      ...rows.flatMap((row, index) =>
        missingFields(field.fields, row, `${at}.${index}.`).map((error) => ({
          ...error,
          detail: t('form.inRow', { row: field.rowName, number: index + 1, detail: error.detail }),
        })),
      ),
    ];
  }
  if (field.optional === true || field.kind === 'tick') return [];
  const isMissing =
    field.kind === 'choices' ? choicesIn(values, field.name).length === 0 : textIn(values, field.name).trim() === '';
  return isMissing ? [missing(field, at)] : [];
}

function missing(field: FieldSpec, at: string): FieldError {
  const chosen = field.kind === 'choice' || field.kind === 'choices';
  return { field: at, detail: t(chosen ? 'form.missingChoice' : 'form.missing', { label: field.label }) };
}

/** What the server said of a field, with the field's name, since several may have the same thing wrong. */
export function saidOfField({ field: at, detail }: FieldError, fields: readonly FieldSpec[]): FieldError {
  const found = fieldAt(fields, at);
  if (found === undefined) return { field: at, detail };
  const { field, row } = found;
  const named = t('form.ofField', { label: field.label, detail });
  return {
    field: at,
    detail: row === undefined ? named : t('form.inRow', { row: row.name, number: row.number, detail: named }),
  };
}
