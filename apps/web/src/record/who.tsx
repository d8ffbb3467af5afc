import type { ReactNode } from 'react';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { t } from '../messages/translate.ts';
import type { Holder } from './who-text.ts';

/** '基幹相談支援センター 担当 しげる': as {@link whoText}, where a line has room for it; it breaks before the name, not inside it. */
export function Who({ holder, name }: { readonly holder: Holder; readonly name?: string | null }): ReactNode {
  const profile = useProfile();
  return (
    <>
      {agencyName(profile, holder.agency)}{' '}
      <span className="inline-block">{name ?? t(`holderPost.${holder.post}`)}</span>
    </>
  );
}
