import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem, ApiUnreachable, codeOfError } from '../api/problem.ts';
import { t } from '../messages/translate.ts';
import { Banner } from './banner.tsx';
import { Button, LinkButton } from './button.tsx';
import { ErrorCode } from './error-code.tsx';

/** Grey lines where text will be; says so to a screen reader. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }): ReactNode {
  return (
    <div aria-busy="true" className="grid gap-3" role="status">
      <span className="sr-only">{t('load.waiting')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} aria-hidden="true" className="h-12 animate-pulse rounded-8 bg-solid-gray-100" />
      ))}
    </div>
  );
}

/** What went wrong, in words, with a way on: to try again, or back to the own work where trying again would change nothing. */
export function LoadError({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }): ReactNode {
  const [title, detail] = wordsOf(error);
  return (
    <Banner tone="bad" title={title} role="alert">
      <p>{detail}</p>
      <ErrorCode code={codeOfError(error)} />
      {isFinal(error) ? (
        <LinkButton className="mt-3" to="/work">
          {t('keys.work')}
        </LinkButton>
      ) : (
        <Button className="mt-3" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
    </Banner>
  );
}

const isFinal = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.problem.status === 404 || error.problem.status === 403);

function wordsOf(error: unknown): readonly [title: string, detail: string] {
  if (error instanceof ApiUnreachable && error.detail !== undefined) return [t('load.unreachable'), error.detail];
  if (!(error instanceof ApiProblem)) return [t('load.unreachable'), t('load.unreachableDetail')];
  const { status, detail } = error.problem;
  if (status === 404) return [t('load.notFound'), t('load.notFoundDetail')];
  if (status === 403) return [t('load.forbidden'), detail];
  return [t('load.failed'), detail === '' ? t('load.failedDetail') : detail];
}

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** Loading, failed or there. Data once seen stay on screen while a new try fails. */
export function Loaded<T>({ query, lines, children }: LoadedProps<T>): ReactNode {
  if (query.data !== undefined) {
    return (
      <>
        {query.isRefetchError ? <LoadError error={query.error} onRetry={() => void query.refetch()} /> : null}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={lines ?? 4} />;
}

/** Nothing there, and that is all right. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="rounded-8 border border-dashed border-solid-gray-420 px-4 py-6 text-center">
      <p className="text-std-17B-170">{title}</p>
      {children === undefined ? null : <div className="mt-1 text-solid-gray-700">{children}</div>}
    </div>
  );
}
