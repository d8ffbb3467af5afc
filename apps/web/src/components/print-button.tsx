import type { ReactNode } from 'react';
import { t } from '../messages/translate.ts';
import { Button } from './button.tsx';
import { usePrintRun } from './print-run.tsx';

export function PrintButton(): ReactNode {
  const { printing, start } = usePrintRun();
  return (
    <Button waiting={printing} onClick={start}>
      {t(printing ? 'print.reading' : 'action.print')}
    </Button>
  );
}
