import type { CallView, EnteredView, ProfileView } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { shortDate } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';

/** Whom to ring up: the head of the body, or its desk. */
export const callee = ({ agency, to }: CallView, profile: ProfileView): string =>
  t(to === 'head' ? 'phone.head' : 'phone.desk', { agency: agencyName(profile, agency) });

/** What to say, and of which meeting. */
export function whatToSay({ noticeKind, owed, sitting }: CallView, title: string | null, profile: ProfileView): string {
  const said = t(`say.${noticeKind}`, { owed: owed === null ? '' : t(`obligation.${owed}`) });
  // Names and dates have brackets of their own: none around them.
  return sitting === null
    ? said
    : t('phone.saySitting', {
        said,
        title: title ?? t('sittingList.title'),
        on: shortDate(sitting.heldOn, profile.today),
        hours: `${sitting.startsAt}–${sitting.endsAt}`,
      });
}

/** Which form records what came of it: the reply itself, or that it was said. */
export const formOfCall = ({ noticeKind }: CallView): 'answer-invitation' | 'finish-call' =>
  noticeKind === 'invitation' || noticeKind === 'invitation-moved' ? 'answer-invitation' : 'finish-call';

/** That the secretariat entered an answer, who, and how it was told. */
export const enteredText = ({ name, heard }: EnteredView): string =>
  heard === null
    ? t('phone.enteredUnheard', { name: name ?? t('holderPost.coordinator') })
    : t('phone.entered', { name: name ?? t('holderPost.coordinator'), heard: t(`tellingWay.${heard}`) });
