import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { t } from '../messages/translate.ts';
import { Button } from './button.tsx';

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** What the button at the top says; 閉じる without it. */
  readonly closeLabel?: string;
}

/** A dialog over the page: the browser keeps the focus inside, Escape closes, the focus goes back to where it was. */
export function Modal({ title, onClose, children, wide = false, closeLabel }: ModalProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  // Closed while it still stands on the page: only then the browser gives the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown !== null && !shown.open) shown.showModal();
    heading.current?.focus();
    return () => {
      shown?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      // A second Escape closes it without asking; whether it closes is decided by the page all the same.
      onClose={(event) => {
        event.stopPropagation();
        if (dialog.current?.isConnected !== true || dialog.current.open) return;
        dialog.current.showModal();
        onClose();
      }}
      className={`fixed inset-0 m-auto max-h-dvh w-full overflow-y-auto bg-white p-0 shadow-4 max-md:h-dvh max-md:max-w-full md:max-h-[90dvh] md:rounded-12 ${wide ? 'md:max-w-4xl' : 'md:max-w-2xl'}`}
    >
      <div className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-solid-gray-200 bg-white px-4 py-3 md:px-6">
        <h2 ref={heading} id={titleId} tabIndex={-1} className="text-std-20B-150">
          {title}
        </h2>
        <Button look="quiet" className="shrink-0 text-nowrap" onClick={onClose}>
          {closeLabel ?? t('action.close')}
        </Button>
      </div>
      <div className="px-4 py-5 md:px-6">{children}</div>
    </dialog>
  );
}
