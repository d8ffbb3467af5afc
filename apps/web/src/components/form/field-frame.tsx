import type { ReactNode } from 'react';
import { t } from '../../messages/translate.ts';
import { classNames } from '../class-names.ts';

interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly error?: string | undefined;
  /** A group of inputs is a fieldset with a legend; a single one has a label. */
  readonly group?: boolean;
  /** Takes the whole line where short inputs stand side by side. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Label, whether it must be filled in, hint, input, error: in this order, and joined by ids. */
export function FieldFrame({
  id,
  label,
  hint,
  optional = false,
  error,
  group = false,
  wide = false,
  children,
}: FieldFrameProps): ReactNode {
  const title = (
    <>
      {label}
      <span className={optional ? 'ml-2 font-400 text-solid-gray-700' : 'ml-2 font-400 text-red-900'}>
        {t(optional ? 'form.optional' : 'form.required')}
      </span>
    </>
  );
  const below = (
    <>
      {hint === undefined ? null : (
        <p id={hintIdOf(id)} className="text-solid-gray-700">
          {hint}
        </p>
      )}
      {children}
      {error === undefined ? null : (
        <p id={errorIdOf(id)} className="font-700 text-red-900">
          {error}
        </p>
      )}
    </>
  );
  if (group) {
    return (
      <fieldset
        id={id}
        tabIndex={-1}
        aria-describedby={describedBy(id, hint, error)}
        className="col-span-full grid min-w-0 gap-2"
      >
        <legend className="mb-1 font-700">{title}</legend>
        {below}
      </fieldset>
    );
  }
  return (
    <div className={classNames('grid min-w-0 content-start gap-1.5', wide && 'col-span-full')}>
      <label htmlFor={id} className="font-700">
        {title}
      </label>
      {below}
    </div>
  );
}

const hintIdOf = (id: string): string => `${id}-hint`;
const errorIdOf = (id: string): string => `${id}-error`;

/** The ids that explain an input, for `aria-describedby`. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  const ids = [hint === undefined ? '' : hintIdOf(id), error === undefined ? '' : errorIdOf(id)].filter(
    (one) => one !== '',
  );
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** The look of a text input; red and thick when something is wrong with it. */
export const inputLook = (error: string | undefined): string =>
  `w-full min-h-12 rounded-8 border bg-white px-3 py-2 text-std-16N-170 ${error === undefined ? 'border-solid-gray-600' : 'border-2 border-red-900'}`;
