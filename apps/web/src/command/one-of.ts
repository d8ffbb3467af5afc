import { textIn, type FieldSpec, type FieldValues, type Option } from '../components/form/field-spec.ts';
import { labelOf } from '../messages/translate.ts';
import type { RecordForm } from './form-of.ts';

interface Way extends Option {
  readonly form: RecordForm;
}

/**
 * One form for several answers: first which, then what belongs to it. Questions of the same name are one question.
 * @param name of the choice; its label is the field's of this name
 */
export function oneOf(
  name: string,
  [first, ...others]: readonly [Way, ...Way[]],
  extra: Pick<RecordForm, 'intro'> = {},
): RecordForm {
  const ways = [first, ...others];
  const chosen = (values: FieldValues): RecordForm =>
    (ways.find(({ value }) => value === textIn(values, name)) ?? first).form;
  const asked = new Map<string, FieldSpec>();
  for (const { form } of ways) {
    for (const spec of form.fields) {
      // What several answers share comes after what belongs to one of them.
      asked.delete(spec.name);
      asked.set(spec.name, spec);
    }
  }
  return {
    ...first.form,
    ...extra,
    command: (values) => chosen(values).command(values),
    fields: [
      {
        kind: 'choice',
        layout: 'radio',
        name,
        label: labelOf('field', name),
        options: ways.map(({ value, label, hint }) => ({ value, label, hint })),
      },
      ...[...asked.values()].map((spec) => ({
        ...spec,
        when: (values: FieldValues) =>
          ways.some(({ value, form }) => value === textIn(values, name) && asks(form, spec, values)),
      })),
    ],
    initial: { [name]: '', ...Object.fromEntries(ways.flatMap(({ form }) => Object.entries(form.initial))) },
    toBody: (values) => chosen(values).toBody(values),
  };
}

const asks = (form: RecordForm, { name }: FieldSpec, values: FieldValues): boolean =>
  form.fields.some((spec) => spec.name === name && (spec.when?.(values) ?? true));
