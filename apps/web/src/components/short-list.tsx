import { useState, type ReactNode } from 'react';
import { t } from '../messages/translate.ts';
import { Button } from './button.tsx';
import { usePrintRun } from './print-run.tsx';
import { PrintedEnd } from './read-on.tsx';

interface ShortListProps<T> {
  readonly items: readonly T[];
  /** How many are shown before somebody asks for all. */
  readonly first: number;
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** The first of a list, and all of it when asked. */
export function ShortList<T>({ items, first, children }: ShortListProps<T>): ReactNode {
  const [all, setAll] = useState(false);
  const { printing } = usePrintRun();
  return (
    <>
      {children(all || printing ? items : items.slice(0, first))}
      {all || printing || items.length <= first ? null : (
        <>
          <Button
            className="no-print mt-4"
            onClick={() => {
              setAll(true);
            }}
          >
            {t('action.showAll', { count: items.length })}
          </Button>
          <PrintedEnd />
        </>
      )}
    </>
  );
}
