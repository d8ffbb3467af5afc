import { useRef, type ReactNode } from 'react';
import { t } from '../messages/translate.ts';
import { Button } from './button.tsx';

interface ReadOnProps {
  /** Nothing is left to be read. */
  readonly whole: boolean;
  readonly waiting: boolean;
  readonly onRead: () => void;
  readonly className: string;
}

/** The button at the end of a list that goes on. Where it stood, the list says that it is whole, and keeps the focus of who read it on. */
export function ReadOn({ whole, waiting, onRead, className }: ReadOnProps): ReactNode {
  const asked = useRef(false);
  if (whole)
    return (
      <p
        tabIndex={-1}
        ref={(end) => {
          // only from the button that was here; who moved on meanwhile is left where they are
          if (asked.current && document.activeElement === document.body) end?.focus();
          asked.current = false;
        }}
        className={`${className} text-solid-gray-700`}
      >
        {t('load.whole')}
      </p>
    );
  return (
    <>
      <Button
        data-goes-on
        className={`no-print ${className}`}
        waiting={waiting}
        onClick={() => {
          asked.current = true;
          onRead();
        }}
      >
        {waiting ? t('load.waiting') : t('action.more')}
      </Button>
      <PrintedEnd />
    </>
  );
}

/** On paper there is no button: that there is more is said in words. */
export function PrintedEnd(): ReactNode {
  return <p className="mt-2 hidden text-solid-gray-700 print:block">{t('load.moreOnScreen')}</p>;
}
