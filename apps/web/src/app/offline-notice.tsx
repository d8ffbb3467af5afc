import { useSyncExternalStore, type ReactNode } from 'react';
import { Banner } from '../components/banner.tsx';
import { t } from '../messages/translate.ts';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** While the line is cut: what was recorded is safe, what is being typed stays. */
export function OfflineNotice(): ReactNode {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div aria-live="polite" className="no-print mx-auto max-w-7xl px-4 md:px-6">
      {isOnline ? null : (
        <div className="pt-4">
          <Banner tone="warn" title={t('load.offline')} />
        </div>
      )}
    </div>
  );
}
