import { useState } from 'react';

interface Fold {
  readonly open: boolean;
  readonly turn: () => void;
}

const placeOf = (id: string): string => `tsunagi-fold-${id}`;

/**
 * Whether a part that folds is open. Who comes to this very part finds it open; otherwise it stands as this window left it, on whatever
 * record (only the name of the part is kept).
 */
export function useFold(id: string | undefined): Fold {
  const [open, setOpen] = useState(
    () => id !== undefined && (window.location.hash === `#${id}` || kept(placeOf(id)) === 'open'),
  );
  return {
    open,
    turn: () => {
      setOpen(!open);
      if (id !== undefined) keep(placeOf(id), open ? 'folded' : 'open');
    },
  };
}

/** A browser that is told to keep nothing throws already when it is asked. */
function kept(place: string): string | null {
  try {
    return window.sessionStorage.getItem(place);
  } catch {
    return null;
  }
}

function keep(place: string, value: string): void {
  try {
    window.sessionStorage.setItem(place, value);
  } catch {
    // folded as always the next time
  }
}
