import type { ReactNode } from 'react';
import { Banner } from '../components/banner.tsx';
import { t } from '../messages/translate.ts';

/** What is not certain, or does not hold, of the 根拠規定 of a meeting. */
export function BasisBanner({ notes }: { readonly notes: readonly string[] }): ReactNode {
  if (notes.length === 0) return null;
  return (
    <Banner tone="warn" title={t('basis.toConfirm')}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </Banner>
  );
}
