import { recordPaths } from '#libs/contracts';
import type { AddressForm, Letter, Mailbox, Office, SittingFacts } from '#libs/notification';
import type { DueInvitation, DueNotice } from './due-notice.ts';
import { wasTold } from './still-wanted.ts';

export interface LetterSurroundings {
  readonly to: Mailbox;
  readonly addressedAs: AddressForm;
  readonly office: Office;
  /** Local name of the sitting's body; '' for a notice about a case. */
  readonly bodyName: string;
  /** What links begin with; no slash at the end. */
  readonly publicUrl: string;
  readonly replyToken: (invitationId: string) => string;
}

/** Puts the letter of a notice together. Pure. @throws when an invitation's notice has no sitting: the rows would contradict each other. */
export function letterOfNotice(
  notice: DueNotice,
  { to, addressedAs, office, bodyName, publicUrl, replyToken }: LetterSurroundings,
): Letter {
  const { kind, invitation, sitting } = notice;
  const noticeKey = `${notice.municipality}/${notice.recordId}/${notice.key}`;
  const inside = `${publicUrl}/${recordPaths[notice.recordKind]}/${notice.recordId}`;
  const replyLink = (one: DueInvitation): string => `${publicUrl}/o/r/${replyToken(one.id)}`;
  const facts = (): SittingFacts => {
    if (!sitting) throw new Error(`notice ${notice.id} has no sitting`);
    const { ordinal, statute, heldOn, startsAt, endsAt, place } = sitting;
    return { bodyName, ordinal, statute, heldOn, startsAt, endsAt, place };
  };
  switch (kind) {
    case 'invitation':
    case 'invitation-moved':
    case 'invitation-cancelled': {
      if (!invitation) throw new Error(`notice ${notice.id} has no invitation`);
      return {
        // Who was never told the first date is invited, not told of a change.
        kind: kind === 'invitation-moved' && !wasTold(invitation) ? 'invitation' : kind,
        noticeKey,
        to,
        addressedAs,
        office,
        link: replyLink(invitation),
        sitting: facts(),
        replyDueOn: sitting?.replyDueOn ?? null,
        invitationId: invitation.id,
        sequence: invitation.sequence,
        decidedAtMs: notice.createdAtMs,
      };
    }
    case 'reply-reminder': {
      if (!invitation) throw new Error(`notice ${notice.id} has no invitation`);
      return {
        kind,
        noticeKey,
        to,
        addressedAs,
        office,
        link: replyLink(invitation),
        sitting: facts(),
        replyDueOn: sitting?.replyDueOn ?? null,
      };
    }
    case 'required-absence':
      return {
        kind,
        noticeKey,
        to,
        addressedAs,
        office,
        link: inside,
        sitting: facts(),
        replyDueOn: sitting?.replyDueOn ?? null,
      };
    default:
      return {
        ...{ kind, noticeKey, to, addressedAs, office, owed: notice.owed, hasAccount: notice.hasAccount },
        // Whoever was released finds the case no longer.
        link: notice.hasAccount ? (kind === 'agency-released' ? publicUrl : inside) : `mailto:${office.mailbox.email}`,
        overseen: notice.recipient.to === 'manager' || notice.recipient.to === 'deputy',
      };
  }
}
