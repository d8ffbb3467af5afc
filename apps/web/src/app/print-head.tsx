import { useEffect, useState, type ReactNode } from 'react';
import { agencyName } from '../api/agency-names.ts';
import { useOffice } from '../api/profile-context.tsx';
import { instantText } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';

/** At the top of every print: how it is to be handled, who printed it and when. */
export function PrintHead(): ReactNode {
  const { session, profile } = useOffice();
  const [atMs, setAtMs] = useState(() => Date.now());
  useEffect(() => {
    const now = (): void => {
      setAtMs(Date.now());
    };
    window.addEventListener('beforeprint', now);
    return () => {
      window.removeEventListener('beforeprint', now);
    };
  }, []);
  return (
    <p className="mb-2 hidden border-b border-solid-gray-420 px-4 pb-1 print:block">
      <strong>{t('print.care')}</strong>{' '}
      {t('print.by', {
        at: instantText(new Date(atMs).toISOString(), ''),
        municipality: session.municipality.name,
        name: session.displayName,
        agency: agencyName(profile, session.agency),
      })}
    </p>
  );
}
