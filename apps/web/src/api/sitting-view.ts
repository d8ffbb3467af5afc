import type { DispositionResult, ItemPurpose, MeetingKind, ReplyKind, SittingStage } from '#libs/domain';
import type { Masked, On, RecordView, Text } from './standing-views.ts';

interface DispositionView extends Masked {
  readonly result: DispositionResult | null;
  readonly ownerAgency: string;
  readonly dueOn: On;
  readonly nextStepText: Text;
}

export interface AgendaItemView {
  readonly itemId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly purpose: ItemPurpose;
  readonly legalBasis: string;
  readonly legalBasisText: string;
  readonly persons: readonly { readonly id: string; readonly label: string }[];
  readonly agencies: readonly string[];
  readonly frozen: boolean;
  readonly disposition: DispositionView | null;
}

export interface InvitationView {
  readonly id: string;
  readonly agency: string;
  readonly required: boolean;
  readonly reply: ReplyKind | null;
  readonly via: 'link' | 'office' | null;
  readonly late: boolean;
  readonly expired?: boolean;
  readonly phoned?: 'none' | 'asked';
  /** ISO instant. */
  readonly repliedAt: string | null;
  readonly delivery: {
    readonly state: 'none' | 'queued' | 'sent' | 'failed' | 'phone' | 'superseded';
    readonly sentAt: string | null;
    readonly attempts: number;
  };
  readonly reminders: number;
  /** Who comes instead, for the office. */
  readonly proxyText: Text;
}

export interface SittingView extends RecordView {
  readonly body: string;
  readonly kind: MeetingKind;
  readonly name: string;
  readonly ordinal: number;
  readonly stage: SittingStage;
  readonly heldOn: On;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly placeText?: Text;
  /** As the blueprint names it; one of the two comes. */
  readonly place?: Text;
  readonly urgentReasonText: Text;
  readonly sequence: number;
  readonly replyDueOn: On | null;
  readonly items: readonly AgendaItemView[];
  /** How many more there are, on which the viewer's agency does not sit. */
  readonly otherItems: number;
  readonly invitations: readonly InvitationView[];
  readonly missing: readonly string[];
  readonly attendance: {
    readonly present: readonly string[];
    readonly acknowledgement: 'readAloud' | 'signed';
    readonly textVersion?: string;
    readonly chair: 'manager' | 'deputy';
  } | null;
  /** 守秘義務の確認, as it is read aloud. */
  readonly acknowledgementText?: string;
}

/** The neutral mail, before it goes out. */
export interface InvitationPreview {
  readonly subject: string;
  readonly text: string;
}

/** What the outside sees behind its link: never a case. */
export interface ReplyView {
  readonly bodyName: string;
  readonly ordinal: number;
  readonly heldOn: On;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly replyDueOn: On | null;
  readonly answered: { readonly reply: ReplyKind; readonly at: string } | null;
  readonly state: 'open' | 'late' | 'moved' | 'cancelled' | 'held';
  readonly agencyName?: string | null;
  readonly officeName: string;
  readonly officePhone?: string | null;
  readonly demo?: boolean;
}
