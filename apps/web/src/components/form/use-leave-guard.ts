import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useBlocker, type Blocker, type Location } from 'react-router';

interface LeaveGuard {
  readonly isFree: () => boolean;
  /** From now on nobody is asked. */
  readonly letGo: () => void;
}

/** Whether leaving is asked about; decided at once, also within the handler that leaves. */
export function useLeaveGuard(): LeaveGuard {
  const free = useRef(false);
  return useMemo(
    () => ({
      isFree: () => free.current,
      letGo: () => {
        free.current = true;
      },
    }),
    [],
  );
}

interface Move {
  readonly currentLocation: Location;
  readonly nextLocation: Location;
}

/**
 * Asks before something typed is left: whatever leads away changes the address (Escape, 閉じる, やめる, the back button, a link), or closes
 * the window.
 */
export function useLeaveQuestion({ isFree }: LeaveGuard, typed: boolean): Blocker {
  const asks = useCallback(
    ({ currentLocation: from, nextLocation: to }: Move) =>
      typed && !isFree() && (from.pathname !== to.pathname || from.search !== to.search),
    [typed, isFree],
  );
  useEffect(() => {
    if (!typed) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      if (!isFree()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [typed, isFree]);
  return useBlocker(asks);
}
