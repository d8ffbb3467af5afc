import type { ReactNode } from 'react';
import { ChoicesInput, RadioInput, SelectInput, TickInput } from './choice-input.tsx';
import { describedBy, FieldFrame, inputLook } from './field-frame.tsx';
import {
  choicesIn,
  inputIdOf,
  isShown,
  rowsIn,
  textIn,
  tickIn,
  type FieldError,
  type FieldSpec,
  type FieldValue,
  type FieldValues,
} from './field-spec.ts';
import { RowsInput } from './rows-input.tsx';
import { TextInput } from './text-input.tsx';

interface FormFieldsProps {
  readonly formId: string;
  readonly fields: readonly FieldSpec[];
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  readonly onChange: (values: FieldValues) => void;
  /** Where these fields stand in the body: '' or 'persons.0.' */
  readonly path?: string;
}

/** The fields of a form, or of one row of it. */
export function FormFields({ formId, fields, values, errors, onChange, path = '' }: FormFieldsProps): ReactNode {
  return fields
    .filter((field) => isShown(field, values))
    .map((field) => (
      <FormField
        key={field.name}
        formId={formId}
        field={field}
        values={values}
        errors={errors}
        at={`${path}${field.name}`}
        onChange={(value) => {
          onChange({ ...values, [field.name]: value });
        }}
      />
    ));
}

interface FormFieldProps {
  readonly formId: string;
  readonly field: FieldSpec;
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  readonly at: string;
  readonly onChange: (value: FieldValue) => void;
}

function FormField({ formId, field, values, errors, at, onChange }: FormFieldProps): ReactNode {
  const id = inputIdOf(formId, at);
  const error = errors.find((one) => one.field === at)?.detail;
  const frame = { id, label: field.label, hint: field.hint, optional: field.optional, error };
  const input = { id, invalid: error !== undefined, describedBy: describedBy(id, field.hint, error) };
  switch (field.kind) {
    case 'tick':
      return (
        <TickInput
          id={id}
          label={field.label}
          hint={field.hint}
          error={error}
          value={tickIn(values, field.name)}
          onChange={onChange}
        />
      );
    case 'choices':
      return (
        <FieldFrame {...frame} group>
          <ChoicesInput options={field.options} values={choicesIn(values, field.name)} onChange={onChange} />
        </FieldFrame>
      );
    case 'choice':
      return (
        <FieldFrame {...frame} group={field.layout === 'radio'}>
          {field.layout === 'radio' ? (
            <RadioInput {...input} options={field.options} value={textIn(values, field.name)} onChange={onChange} />
          ) : (
            <SelectInput {...input} options={field.options} value={textIn(values, field.name)} onChange={onChange} />
          )}
        </FieldFrame>
      );
    case 'rows':
      return (
        <FieldFrame {...frame} optional={(field.least ?? 0) === 0} group>
          <RowsInput field={field} rows={rowsIn(values, field.name)} onChange={onChange}>
            {(row, index, change) => (
              <FormFields
                formId={formId}
                fields={field.fields}
                values={row}
                errors={errors}
                path={`${at}.${index}.`}
                onChange={change}
              />
            )}
          </RowsInput>
        </FieldFrame>
      );
    default:
      return (
        <FieldFrame {...frame} wide={field.kind === 'story'}>
          <TextInput
            {...input}
            field={field}
            value={textIn(values, field.name)}
            onChange={onChange}
            look={inputLook(error)}
          />
        </FieldFrame>
      );
  }
}
