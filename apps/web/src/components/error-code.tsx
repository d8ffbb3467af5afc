import type { ReactNode } from 'react';
import { t } from '../messages/translate.ts';

/** Small, for who helps on the phone. */
export function ErrorCode({ code }: { readonly code: string | undefined }): ReactNode {
  if (code === undefined) return null;
  return <p className="mt-1 text-dns-14N-130 break-all text-solid-gray-700">{t('error.code', { code })}</p>;
}
