import type { ReactNode } from 'react';
import { formatDateTimeJa } from '#libs/calendar';
import { useDraftState } from '../../draft/drafts-context.tsx';
import { t } from '../../messages/translate.ts';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';

/** Beside the buttons: whether what is typed is kept. */
export function DraftNote({ place }: { readonly place: string }): ReactNode {
  const state = useDraftState(place);
  const isTrouble = state === 'failing' || state === 'refused';
  return (
    <p role={isTrouble ? 'status' : undefined} className={isTrouble ? 'text-red-900' : 'text-solid-gray-700'}>
      {t(`draft.${state}`)}
    </p>
  );
}

/** The form holds what was typed before. */
export function DraftRestored({
  savedAtMs,
  onAnew,
}: {
  readonly savedAtMs: number | null;
  readonly onAnew: () => void;
}): ReactNode {
  return (
    <Banner
      tone="info"
      role="status"
      title={savedAtMs === null ? t('draft.restored') : t('draft.restoredOf', { at: formatDateTimeJa(savedAtMs) })}
    >
      <Button look="quiet" className="-ml-2" onClick={onAnew}>
        {t('draft.anew')}
      </Button>
    </Banner>
  );
}
