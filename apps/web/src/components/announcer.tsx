import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';

const shownMs = 8_000;

const Announce = createContext<(text: string) => void>(() => undefined);

/** Says a result to screen readers and shows it for a while at the foot of the window. */
export const useAnnounce = (): ((text: string) => void) => useContext(Announce);

export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const [said, setSaid] = useState<{ readonly text: string; readonly at: number }>({ text: '', at: 0 });
  const announce = useCallback((text: string) => {
    setSaid(({ at }) => ({ text, at: at + 1 }));
  }, []);
  useEffect(() => {
    if (said.text === '') return undefined;
    const timer = setTimeout(() => {
      setSaid(({ at }) => ({ text: '', at }));
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  return (
    <Announce value={announce}>
      {children}
      <div
        aria-live="polite"
        role="status"
        className="no-print pointer-events-none fixed inset-x-0 bottom-4 z-40 flex justify-center px-4"
      >
        {said.text === '' ? null : (
          <p key={said.at} className="rounded-8 bg-solid-gray-900 px-5 py-3 text-white shadow-2">
            {said.text}
          </p>
        )}
      </div>
    </Announce>
  );
}
