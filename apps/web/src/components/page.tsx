import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../messages/translate.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { useFold } from './use-fold.ts';

interface PageProps {
  readonly title: string;
  /** Beside or below the title: chips, dates. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its title is the window's title and takes the focus on arrival, so that a screen reader says where one is. */
export function Page({ title, lead, actions, children }: PageProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('app.title', { page: title });
  }, [title]);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid gap-2">
          <h1 ref={heading} tabIndex={-1} className="text-std-24B-150 md:text-std-28B-150">
            {title}
          </h1>
          {lead}
        </div>
        {actions === undefined ? null : <div className="no-print flex flex-wrap gap-3">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly id?: string;
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** On a phone only its heading shows, until it is opened; this window remembers it. On a desk and on paper it is open. */
  readonly folds?: boolean;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ id, title, note, actions, folds = false, children }: SectionProps): ReactNode {
  const fold = useFold(id);
  const shown = !folds || fold.open;
  return (
    <section id={id} aria-label={title} className="card min-w-0 p-4 md:p-5">
      <div className="flex break-after-avoid flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 tabIndex={-1} className="text-std-20B-150">
          {title}
        </h2>
        {folds ? (
          <Button
            look="quiet"
            className="no-print -mr-2 ml-auto md:hidden"
            aria-expanded={fold.open}
            aria-label={t(fold.open ? 'section.foldWhat' : 'section.openWhat', { title })}
            onClick={fold.turn}
          >
            {t(fold.open ? 'section.fold' : 'section.open')}
          </Button>
        ) : null}
        {actions === undefined ? null : (
          <div
            className={classNames(
              'no-print flex flex-wrap gap-2 empty:hidden',
              folds ? 'max-md:basis-full' : '',
              shown ? '' : 'max-md:hidden',
            )}
          >
            {actions}
          </div>
        )}
      </div>
      <div className={classNames('mt-3', shown ? '' : 'max-md:hidden print:block')}>
        {note === undefined ? null : <p className="mb-3 text-solid-gray-700">{note}</p>}
        {children}
      </div>
    </section>
  );
}
