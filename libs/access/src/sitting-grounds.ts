import type { IsoDate } from '#libs/calendar';
import type { SittingState } from '#libs/domain';
import type { Basis, Relation } from './question.ts';
import { basesOfMeeting, hasReason, type AgencyAsker, type RecordGrounds, type Subject } from './record-grounds.ts';

/** What an agency is to a sitting, and on which grounds it learns of it. */
export const sittingGrounds: RecordGrounds<SittingState> = {
  reads: 'sitting.read',
  relations: toSitting,
  bases: basesOfSitting,
};

/**
 * An invitation that was sent; and for who is on an item, being the one who convenes or having been there: being on the agenda
 * alone makes an agency nothing to it (R24).
 */
function toSitting(state: SittingState, asker: AgencyAsker, subject: Subject): readonly Relation[] {
  if (asker.kind === 'invitee') {
    const own = state.invitations.some(({ id, agency }) => id === asker.invitationId && agency === asker.agency);
    return own && (subject.invitationId ?? asker.invitationId) === asker.invitationId ? ['itemMember'] : [];
  }
  const { agency } = asker;
  if (subject.agency !== undefined && subject.agency !== agency) return [];
  if (subject.invitationId !== undefined)
    return state.invitations.some((one) => one.id === subject.invitationId && one.agency === agency)
      ? ['itemMember']
      : [];
  const { convener, attendance, invitations, items } = state;
  const sits = items.some(
    ({ id, agencies }) => (subject.itemId === undefined || id === subject.itemId) && agencies.includes(agency),
  );
  const isInvited = invitations.some((one) => one.agency === agency && one.sent);
  const isThere = isInvited || convener === agency || attendance?.present.includes(agency) === true;
  return (sits && isThere) || (isInvited && subject.itemId === undefined) ? ['itemMember'] : [];
}

/**
 * A sitting with one item of 106条の6 is a 支援会議 as a whole: the stricter ground counts. An item has its own (R5); one that a withdrawal
 * froze rests on consent no more (R7).
 */
function basesOfSitting(
  state: SittingState,
  asker: AgencyAsker,
  { itemId }: Subject,
  today: IsoDate | undefined,
): readonly Basis[] {
  const presided = asker.kind === 'person' && asker.posts.some((post) => post === state.attendance?.chair);
  const own: readonly Basis[] = [
    ...(presided ? (['presiding'] as const) : []),
    ...(hasReason(state.readers, asker, today) ? (['reason'] as const) : []),
  ];
  if (itemId !== undefined)
    return [
      ...state.items.filter(({ id }) => id === itemId).flatMap(({ kind, frozen }) => basesOfMeeting(kind, frozen)),
      ...own,
    ];
  const supports = state.kind === 'supportMeeting' || state.items.some(({ kind }) => kind === 'supportMeeting');
  return [supports ? 'supportMeeting106_6' : 'consent', ...own];
}
