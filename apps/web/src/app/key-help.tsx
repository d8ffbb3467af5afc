import type { ReactNode } from 'react';
import { Modal } from '../components/modal.tsx';
import { t } from '../messages/translate.ts';
import { keyRowsFor, type MayGo } from './shortcuts.ts';

export function KeyHelp({ may, onClose }: { readonly may: MayGo; readonly onClose: () => void }): ReactNode {
  return (
    <Modal title={t('keys.title')} onClose={onClose}>
      <p className="mb-4">{t('keys.intro')}</p>
      <dl className="grid gap-3">
        {keyRowsFor(may).map(({ keys, label }) => (
          <div
            key={label}
            className="flex flex-wrap items-center justify-between gap-2 border-b border-solid-gray-200 pb-3"
          >
            <dt>{t(label)}</dt>
            <dd>
              {keys.map((key, index) => (
                <span key={key}>
                  {index === 0 ? '' : ' → '}
                  <kbd className="rounded-4 border border-solid-gray-420 bg-solid-gray-50 px-2.5 py-0.5 font-sans text-std-16B-170">
                    {key}
                  </kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
