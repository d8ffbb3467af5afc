import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export interface FormDoor {
  /** The open form and what it is about, from the address, so that a link leads into the form itself. */
  readonly form: string | null;
  readonly target: string | null;
  readonly open: (form: string, target?: string) => void;
  readonly close: () => void;
}

export function useFormDoor(): FormDoor {
  const [search, setSearch] = useSearchParams();
  const open = useCallback(
    (form: string, target?: string) => {
      setSearch({ do: form, ...(target === undefined ? {} : { target }) }, { preventScrollReset: true });
    },
    [setSearch],
  );
  const close = useCallback(() => {
    setSearch({}, { replace: true, preventScrollReset: true });
  }, [setSearch]);
  return { form: search.get('do'), target: search.get('target'), open, close };
}
