import type { ReactNode } from 'react';
import { t } from '../../messages/translate.ts';
import { Button } from '../button.tsx';
import type { FieldSpec, FieldValues } from './field-spec.ts';

interface RowsInputProps {
  readonly field: Extract<FieldSpec, { kind: 'rows' }>;
  readonly rows: readonly FieldValues[];
  readonly onChange: (rows: readonly FieldValues[]) => void;
  readonly children: (row: FieldValues, index: number, change: (row: FieldValues) => void) => ReactNode;
}

/** A group of fields that may come several times: persons, schemes, goals, roles. */
export function RowsInput({ field, rows, onChange, children }: RowsInputProps): ReactNode {
  return (
    <div className="grid gap-3">
      {rows.map((row, index) => (
        <div
          key={index}
          role="group"
          aria-label={`${field.rowName} ${index + 1}`}
          className="grid gap-4 rounded-8 border border-solid-gray-300 bg-solid-gray-50 p-4"
        >
          <div className="flex items-center justify-between gap-4">
            <p className="font-700">
              {field.rowName} {index + 1}
            </p>
            {rows.length > (field.least ?? 0) ? (
              <Button
                look="quiet"
                aria-label={`${t('form.removeRow', { what: field.rowName })}(${index + 1})`}
                onClick={() => {
                  onChange(rows.filter((_, at) => at !== index));
                }}
              >
                {t('form.removeRow', { what: field.rowName })}
              </Button>
            ) : null}
          </div>
          <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
            {children(row, index, (changed) => {
              onChange(rows.map((one, at) => (at === index ? changed : one)));
            })}
          </div>
        </div>
      ))}
      <Button
        className="justify-self-start"
        onClick={() => {
          onChange([...rows, field.blank]);
        }}
      >
        {t('form.addRow', { what: field.rowName })}
      </Button>
    </div>
  );
}
