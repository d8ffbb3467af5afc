import { useIsFetching } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';

interface PrintRun {
  /** Everything that is read on page by page is being read to its end. */
  readonly printing: boolean;
  readonly start: () => void;
}

const PrintRunContext = createContext<PrintRun>({
  printing: false,
  start: () => {
    window.print();
  },
});

export const usePrintRun = (): PrintRun => useContext(PrintRunContext);

/** Prints what is inside when all of it has been read: a print carries the whole history. */
export function PrintsWhole({ children }: { readonly children: ReactNode }): ReactNode {
  const [printing, setPrinting] = useState(false);
  const reading = useIsFetching();
  const asked = useRef(false);
  // Not every browser waits in `print`: it is over when the browser says so, and until then all of it stays.
  useEffect(() => {
    const over = (): void => {
      asked.current = false;
      setPrinting(false);
    };
    window.addEventListener('afterprint', over);
    return () => {
      window.removeEventListener('afterprint', over);
    };
  }, []);
  useEffect(() => {
    if (!printing || reading > 0 || asked.current) return undefined;
    // Lists ask for their next page in effects of the same moment: only when none of them goes on it is whole.
    const timer = setTimeout(() => {
      if (document.querySelector('[data-goes-on]') !== null) return;
      asked.current = true;
      window.print();
    }, 50);
    return () => {
      clearTimeout(timer);
    };
  }, [printing, reading]);
  return (
    <PrintRunContext
      value={{
        printing,
        start: () => {
          setPrinting(true);
        },
      }}
    >
      {children}
    </PrintRunContext>
  );
}
