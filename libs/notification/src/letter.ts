import type { IsoDate } from '#libs/calendar';
import type { NoticeKind, ObligationKind } from '#libs/domain';
import type { Mailbox } from './mail.ts';

/** Who sends: the section of the municipality that runs the meetings. */
export interface Office {
  /** With the municipality's name: 東吾妻町 保健福祉課. */
  readonly sectionName: string;
  readonly phone: string | null;
  readonly mailbox: Mailbox;
}

/** What may be told of a sitting (R62): which, when, where. */
export interface SittingFacts {
  /** Local name of the body (支援会議, まるごと会議). */
  readonly bodyName: string;
  /** 第n回. */
  readonly ordinal: number;
  /** Convened as 支援会議 under 社会福祉法106条の6. */
  readonly statute: boolean;
  readonly heldOn: IsoDate;
  /** 'HH:mm' in Asia/Tokyo. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
}

/** A 課 of the municipality itself is 貴課, everybody else 貴機関. */
export type AddressForm = 'section' | 'body';

interface Addressed {
  /** Unique for ever: municipality, record and key of the notice. */
  readonly noticeKey: string;
  readonly to: Mailbox;
  readonly addressedAs: AddressForm;
  readonly office: Office;
  /** Where it goes on; ids only, no words about a case. */
  readonly link: string;
}

type InvitationKind = 'invitation' | 'invitation-moved' | 'invitation-cancelled';
type SittingKind = InvitationKind | 'reply-reminder' | 'required-absence';

/** An invitation and what changes it; carries the iCalendar part. */
export interface InvitationLetter extends Addressed {
  readonly kind: InvitationKind;
  readonly sitting: SittingFacts;
  readonly replyDueOn: IsoDate | null;
  readonly invitationId: string;
  /** iCalendar SEQUENCE. */
  readonly sequence: number;
  /** When the notice was decided, epoch ms (DTSTAMP): the same at each attempt. */
  readonly decidedAtMs: number;
}

interface SittingLetter extends Addressed {
  readonly kind: Exclude<SittingKind, InvitationKind>;
  readonly sitting: SittingFacts;
  readonly replyDueOn: IsoDate | null;
}

/** Word about a case: says that there is something to do, by when, and where to read on. */
interface WorkLetter extends Addressed {
  readonly kind: Exclude<NoticeKind, SittingKind>;
  readonly owed: { readonly kind: ObligationKind; readonly dueOn: IsoDate | null } | null;
  /** Without an account nobody signs in: the mail itself can be answered. */
  readonly hasAccount: boolean;
  /** To a manager or deputy: what is owed may be somebody else's. */
  readonly overseen: boolean;
}

/**
 * All that a template can know. There is no field for a person, an address, an issue, a case's number or title, or a reason:
 * what is not here cannot get out (R62).
 */
export type Letter = InvitationLetter | SittingLetter | WorkLetter;

/** Does the letter carry an iCalendar part? */
export const isInvitation = (letter: Letter): letter is InvitationLetter =>
  letter.kind === 'invitation' || letter.kind === 'invitation-moved' || letter.kind === 'invitation-cancelled';
