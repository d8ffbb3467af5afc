import type { ReactNode } from 'react';
import { isIsoDate } from '#libs/calendar';
import { useHolidayUnknown } from '../../api/profile-context.tsx';
import { t } from '../../messages/translate.ts';
import { fullDate } from '../../messages/dates.ts';
import { clockText } from './clock-text.ts';
import type { FieldSpec } from './field-spec.ts';

interface TextInputProps {
  readonly id: string;
  readonly field: Extract<FieldSpec, { kind: 'line' | 'story' | 'date' | 'time' | 'number' }>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly look: string;
}

/** Everything that is typed. A date is shown by the era and weekday as well, since both are read in the office (R59). */
export function TextInput({ id, field, value, onChange, invalid, describedBy, look }: TextInputProps): ReactNode {
  const mayBeHoliday = useHolidayUnknown();
  const shared = {
    id,
    value,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    autoComplete: 'off',
  };
  switch (field.kind) {
    case 'story':
      return (
        <textarea
          {...shared}
          rows={field.rows ?? 4}
          onChange={(event) => {
            onChange(event.target.value);
          }}
          className={look}
        />
      );
    case 'date':
      return (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <input
            {...shared}
            type="date"
            min={field.min}
            max={field.max}
            onChange={(event) => {
              onChange(event.target.value);
            }}
            className={`${look} max-w-52`}
          />
          {isIsoDate(value) ? <span>{fullDate(value)}</span> : null}
          {isIsoDate(value) && mayBeHoliday(value) ? (
            <p role="status" className="basis-full text-solid-gray-800">
              {t('date.holidaysUnknown')}
            </p>
          ) : null}
        </div>
      );
    case 'line':
    case 'time':
    case 'number':
      return (
        <input
          {...shared}
          type="text"
          inputMode={field.kind === 'line' ? undefined : 'numeric'}
          placeholder={field.kind === 'time' ? '13:30' : undefined}
          onBlur={() => {
            if (field.kind === 'time') onChange(clockText(value));
          }}
          onChange={(event) => {
            onChange(event.target.value);
          }}
          className={`${look} ${field.kind === 'line' ? '' : 'max-w-40'}`}
        />
      );
    default:
      return null;
  }
}
