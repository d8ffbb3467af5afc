import type { HolderPost } from '#libs/domain';
import { agencyName } from '../api/agency-names.ts';
import type { ProfileView } from '#libs/views';
import { t } from '../messages/translate.ts';

export interface Holder {
  readonly agency: string;
  readonly post: HolderPost;
}

/** '基幹相談支援センター 担当 しげる', or the post where there is no name. */
export function whoText(profile: ProfileView, holder: Holder, name?: string | null): string {
  const agency = agencyName(profile, holder.agency);
  return t('who.of', { agency, who: name ?? t(`holderPost.${holder.post}`) });
}
