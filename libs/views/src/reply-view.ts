import type { ReplyKind } from '#libs/domain';
import type { Int } from './record-view.ts';

/** Whom to turn to. */
interface ReplyOffice {
  readonly officeName: string;
  readonly officePhone: string | null;
  readonly demo: boolean;
}

/** All that the outside sees behind its link: when, where, its own answer. Never a case (R62). */
export interface ReplyInvitation extends ReplyOffice {
  readonly bodyName: string;
  /** 第n回: fixed once it was held, before that as the days stand now. */
  readonly ordinal: Int;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly replyDueOn: string | null;
  /** `at`: ISO instant. */
  readonly answered: { readonly reply: ReplyKind; readonly at: string } | null;
  /** Revision of the invitation: an answer names the one that was seen. */
  readonly sequence: Int;
  readonly state: 'open' | 'late' | 'moved';
  readonly agencyName: string | null;
}

/** A link ends with its sitting: then it says that, and nothing else. */
export interface ReplyOver extends ReplyOffice {
  readonly state: 'cancelled' | 'held';
}

export type ReplyView = ReplyInvitation | ReplyOver;
