import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { shortcutOf, type MayGo } from './shortcuts.ts';

/** Keys for moving about, asleep while somebody types, chooses or has a dialog open. */
export function useShortcuts({ mayOpen, mayBoard }: MayGo, showHelp: () => void): void {
  const navigate = useNavigate();
  const afterG = useRef(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isBusy(event.target)) return;
      const shortcut = shortcutOf(event.key, afterG.current, { mayOpen, mayBoard });
      afterG.current = shortcut?.kind === 'await-place';
      if (shortcut === undefined) return;
      event.preventDefault();
      if (shortcut.kind === 'go') void navigate(shortcut.to);
      else if (shortcut.kind === 'help') showHelp();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [mayOpen, mayBoard, navigate, showHelp]);
}

const isBusy = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null);
