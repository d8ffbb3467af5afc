import type { IsoDate } from '#libs/calendar';
import type { RecordKind } from '#libs/contracts';
import type { Notice, NoticeKind, ObligationKind, SittingStage } from '#libs/domain';

/** `queued` waits, `sent` was taken by the mail server, `phone` cannot be mailed: somebody calls. `superseded` is not wanted any more. */
export type NoticeState = 'queued' | 'sent' | 'phone' | 'superseded';

/** A notice with all that its mail may say, as it stands at the moment of sending. No field comes from a case's content. */
export interface DueNotice {
  readonly municipality: string;
  readonly id: string;
  readonly recordId: string;
  readonly recordKind: RecordKind;
  /** False when the record has ended and no date of it is live. */
  readonly recordOpen: boolean;
  readonly key: string;
  readonly kind: NoticeKind;
  readonly recipient: Notice['recipient'];
  readonly state: NoticeState;
  readonly createdAtMs: number;
  /** When it was looked at, by the database's clock. */
  readonly nowMs: number;
  /** How often a mail server was asked to take it. */
  readonly attempts: number;
  /** What the notice itself says that it asks for. */
  readonly asks: ObligationKind | null;
  /** Somebody of the recipient's agency (for its head: the head) can sign in. */
  readonly hasAccount: boolean;
  /** What of this kind is still owed, the earliest date first; nothing when it was settled meanwhile. */
  readonly owed: { readonly kind: ObligationKind; readonly dueOn: IsoDate } | null;
  readonly invitation: DueInvitation | null;
  readonly sitting: DueSitting | null;
}

export interface DueInvitation {
  readonly id: string;
  /** SEQUENCE that the notice tells of. */
  readonly sequence: number;
  readonly answered: boolean;
  /** States of the notices about the same invitation that were decided before. */
  readonly earlier: readonly NoticeState[];
}

export interface DueSitting {
  readonly body: string;
  readonly ordinal: number;
  /** 支援会議, under 社会福祉法106条の6. */
  readonly statute: boolean;
  readonly stage: SittingStage;
  readonly heldOn: IsoDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly sequence: number;
  readonly replyDueOn: IsoDate | null;
  readonly place: string;
}
