import type { ReactNode } from 'react';
import { useInvitationPreview } from '../api/queries.ts';
import { Loaded } from '../components/load-state.tsx';
import { t } from '../messages/translate.ts';

/** The mail as it will go out: neutral, without a word about the case. */
export function MailPreview({ id }: { readonly id: string }): ReactNode {
  const preview = useInvitationPreview(id);
  return (
    <section aria-label={t('sitting.preview')} className="grid gap-2">
      <h3 className="font-700">{t('sitting.preview')}</h3>
      <p className="text-solid-gray-700">{t('sitting.previewNote')}</p>
      <Loaded query={preview} lines={2}>
        {({ subject, text }) => (
          <div className="rounded-8 border border-solid-gray-300 bg-solid-gray-50 p-4">
            <p className="font-700">{subject}</p>
            <p className="mt-2 whitespace-pre-wrap">{text}</p>
          </div>
        )}
      </Loaded>
    </section>
  );
}
