import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../messages/translate.ts';

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
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ id, title, note, actions, children }: SectionProps): ReactNode {
  return (
    <section id={id} aria-label={title} className="card min-w-0 p-4 md:p-5">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 tabIndex={-1} className="text-std-20B-150">
          {title}
        </h2>
        {actions === undefined ? null : <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
      {note === undefined ? null : <p className="mb-3 text-solid-gray-700">{note}</p>}
      {children}
    </section>
  );
}
