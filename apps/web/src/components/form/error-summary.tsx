import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../../messages/translate.ts';
import { ErrorCode } from '../error-code.tsx';
import { inputIdOf, type FieldError } from './field-spec.ts';

interface ErrorSummaryProps {
  readonly formId: string;
  readonly title?: string;
  readonly detail?: string;
  /** Of the server's answer. */
  readonly code?: string;
  readonly errors: readonly FieldError[];
  /** Changes with every try, so that the focus comes here again. */
  readonly attempt: number;
}

/** What is wrong, at the top of the form, each line leading to its field. Takes the focus when it appears. */
export function ErrorSummary({ formId, title, detail, code, errors, attempt }: ErrorSummaryProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [attempt]);
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-8 border border-l-8 border-red-900 bg-red-50 px-4 py-3"
    >
      <p className="text-std-17B-170">{title ?? t('form.errors', { count: errors.length })}</p>
      {detail === undefined || detail === '' ? null : <p className="mt-1">{detail}</p>}
      <ErrorCode code={code} />
      {errors.length === 0 ? null : (
        <ul className="mt-1 list-disc pl-6">
          {errors.map((error) => (
            <li key={error.field}>
              <a
                href={`#${inputIdOf(formId, error.field)}`}
                className="text-blue-900 underline"
                onClick={(event) => {
                  event.preventDefault();
                  const input = document.getElementById(inputIdOf(formId, error.field));
                  input?.focus();
                  input?.scrollIntoView({ block: 'center' });
                }}
              >
                {error.detail}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
