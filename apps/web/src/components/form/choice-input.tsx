import type { ReactNode } from 'react';
import type { Option } from './field-spec.ts';
import { t } from '../../messages/translate.ts';

interface ChoiceProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
}

const optionLook =
  'flex min-h-11 items-start gap-3 rounded-8 border border-solid-gray-300 px-3 py-2 has-checked:border-blue-900 has-checked:bg-blue-50';
const boxLook = 'mt-1 size-5 shrink-0 accent-blue-900';

function OptionText({ option }: { readonly option: Option }): ReactNode {
  return (
    <span className="min-w-0">
      {option.label}
      {option.hint === undefined ? null : <span className="block text-solid-gray-700">{option.hint}</span>}
      {option.warning === undefined ? null : <span className="block text-red-1000">{option.warning}</span>}
    </span>
  );
}

/** One of a few, all in sight. */
export function RadioInput({ id, options, value, onChange, invalid }: ChoiceProps): ReactNode {
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {options.map((option) => (
        <label key={option.value} className={optionLook}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={value === option.value}
            aria-invalid={invalid || undefined}
            onChange={() => {
              onChange(option.value);
            }}
            className={boxLook}
          />
          <OptionText option={option} />
        </label>
      ))}
    </div>
  );
}

/** One of many. */
export function SelectInput({ id, options, value, onChange, invalid, describedBy }: ChoiceProps): ReactNode {
  return (
    <select
      id={id}
      value={value}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      className={`min-h-12 w-full rounded-8 border bg-white px-3 py-2 text-std-16N-170 ${invalid ? 'border-2 border-red-900' : 'border-solid-gray-600'}`}
    >
      <option value="">{t('form.choose')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.warning === undefined ? option.label : `${option.label}(${option.warning})`}
        </option>
      ))}
    </select>
  );
}

interface ChoicesProps {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Any number of them. */
export function ChoicesInput({ options, values, onChange }: ChoicesProps): ReactNode {
  const toggle = (value: string, on: boolean): void => {
    onChange(options.map((option) => option.value).filter((one) => (one === value ? on : values.includes(one))));
  };
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {options.map((option) => (
        <label key={option.value} className={optionLook}>
          <input
            type="checkbox"
            checked={values.includes(option.value)}
            onChange={(event) => {
              toggle(option.value, event.target.checked);
            }}
            className={boxLook}
          />
          <OptionText option={option} />
        </label>
      ))}
    </div>
  );
}

/** Yes or no, with its own sentence. */
export function TickInput({
  id,
  label,
  hint,
  error,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): ReactNode {
  return (
    <label className={`col-span-full ${optionLook}`}>
      <input
        id={id}
        type="checkbox"
        checked={value}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
        className={boxLook}
      />
      <OptionText option={{ value: id, label, hint: error ?? hint }} />
    </label>
  );
}
