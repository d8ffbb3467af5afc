import { useEffect, useRef, type RefObject } from 'react';

/**
 * Brings the focus back where it was when what had it is gone: a button that a save or the news of others took away. Its section's heading
 * has it then, or the page's.
 * @param moments change when the page may have changed
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>, ...moments: readonly unknown[]): void {
  const section = useRef<string | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.closest('dialog') === null)
        section.current = target.closest('section')?.getAttribute('aria-label') ?? null;
    };
    document.addEventListener('focusin', remember);
    return () => {
      document.removeEventListener('focusin', remember);
    };
  }, []);
  useEffect(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const sections = [...(page.current?.querySelectorAll('section') ?? [])];
    const was = sections.find((one) => one.getAttribute('aria-label') === section.current);
    const heading = was?.querySelector<HTMLElement>('h2[tabindex]') ?? page.current?.querySelector<HTMLElement>('h1');
    heading?.focus({ preventScroll: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the moments are the caller's
  }, moments);
}
