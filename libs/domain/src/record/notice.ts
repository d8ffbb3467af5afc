import type { AgencyCode } from '../rules/municipality-rules.ts';
import type { ObligationKind } from './obligation.ts';

export const noticeKinds = [
  'handoff-sent',
  'handoff-accepted',
  'handoff-declined',
  'handoff-advised',
  'handoff-withdrawn',
  'reminder',
  'escalation',
  'candidate-raised',
  'sheet-asked',
  'role-told',
  'invitation',
  'invitation-moved',
  'invitation-cancelled',
  'reply-reminder',
  'sharing-changed',
  'required-absence',
  'work-waiting',
  'meeting-request-answered',
  'agency-released',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** An agency's desk or its head, or whoever holds a post there. */
export const recipientPosts = ['desk', 'head', 'coordinator', 'manager', 'deputy'] as const;
export type RecipientPost = (typeof recipientPosts)[number];

/**
 * A word to somebody, decided with the commit that causes it and delivered later. Never says why or about whom (R62);
 * `recipient` is an agency's desk or its head, or whoever holds a post there. `key` is unique within the record.
 */
export interface Notice {
  readonly key: string;
  readonly kind: NoticeKind;
  readonly recipient: { readonly agency: AgencyCode; readonly to: RecipientPost };
  /** The invitation an iCalendar part and a reply link belong to. */
  readonly invitationId?: string;
  /** iCalendar SEQUENCE (RFC 5545) of an invitation notice. */
  readonly sequence?: number;
  /** What is owed, for wording such as つなぎの返事. */
  readonly obligationKind?: string;
}

/** What a notice asks for, where it does not say so itself. */
export const askedByNotice: Partial<Readonly<Record<NoticeKind, ObligationKind>>> = {
  'handoff-sent': 'handoff-answer',
  'candidate-raised': 'candidate-decision',
  'sheet-asked': 'sheet',
  'role-told': 'role-acknowledgement',
  'sharing-changed': 'withdrawal-confirmation',
  'reply-reminder': 'reply',
};
