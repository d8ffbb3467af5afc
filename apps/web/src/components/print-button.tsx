import type { ReactNode } from 'react';
import { t } from '../messages/translate.ts';
import { Button } from './button.tsx';

export const PrintButton = (): ReactNode => (
  <Button
    onClick={() => {
      window.print();
    }}
  >
    {t('action.print')}
  </Button>
);
