import type { DispositionResult, ItemPurpose, MeetingKind, ReplyKind, SittingStage } from '#libs/domain';
import type { DeliveryState, EnteredView, Int, Masked, On, RecordView, Text } from './record-view.ts';

interface DispositionView extends Masked {
  readonly result: DispositionResult | null;
  readonly ownerAgency: string;
  readonly dueOn: On;
  readonly nextStepText: Text;
}

/** Who an item is about: a name for those who may read it, otherwise 本人 or 世帯員. */
export interface ItemPerson {
  readonly id: string;
  readonly label: string;
}

/** 案件 of a sitting, with its basis and, once given, its 協議結果. */
export interface ItemView {
  readonly itemId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: MeetingKind;
  readonly purpose: ItemPurpose;
  readonly legalBasis: string;
  /** As printed: 社会福祉法106条の6, or the municipality's 要綱. */
  readonly legalBasisText: string;
  readonly persons: readonly ItemPerson[];
  /** Everybody of the household, for the secretariat while 終結 may still be decided: it is asked how it stands for each. */
  readonly household: readonly ItemPerson[];
  readonly agencies: readonly string[];
  readonly frozen: boolean;
  /** Who was not there and was told what came of it. */
  readonly releasedTo: readonly string[];
  readonly disposition: DispositionView | null;
}

/** 開催通知 and 出欠回答 of one agency: what went out, how far it got, what was answered. */
export interface InvitationView {
  readonly id: string;
  readonly agency: string;
  readonly required: boolean;
  readonly reply: ReplyKind | null;
  readonly via: 'link' | 'office' | null;
  readonly late: boolean;
  readonly expired: boolean;
  readonly phoned: 'none' | 'asked';
  /** ISO instant. */
  readonly repliedAt: string | null;
  /** Of the newest notice about this invitation: `none` before it was called. */
  readonly delivery: {
    readonly state: DeliveryState | 'none';
    readonly sentAt: string | null;
    readonly attempts: Int;
  };
  readonly reminders: Int;
  readonly entered: EnteredView | null;
  /** Who comes instead, for the office. */
  readonly proxyText: Text;
}

/** 会議の画面: who answered, what is missing, the 案件, what may be done. */
export interface SittingView extends RecordView {
  readonly body: string;
  readonly kind: MeetingKind;
  readonly name: string;
  /** 第n回: fixed once it was held, before that as the days stand now. */
  readonly ordinal: Int;
  readonly stage: SittingStage;
  readonly heldOn: On;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly placeText: Text;
  readonly urgentReasonText: Text;
  readonly sequence: Int;
  readonly replyDueOn: On | null;
  readonly items: readonly ItemView[];
  readonly invitations: readonly InvitationView[];
  /** Agencies that were asked and have not answered. */
  readonly missing: readonly string[];
  readonly attendance: {
    readonly present: readonly string[];
    readonly acknowledgement: 'readAloud' | 'signed';
    readonly textVersion: string;
    readonly chair: 'manager' | 'deputy';
  } | null;
  /** Agencies for which 守秘義務の確認 was done before the day, as far as the viewer may know of them; whose people did, `null`: all. */
  readonly acknowledged: readonly { readonly agency: string; readonly membershipIds: readonly string[] | null }[];
  /** 守秘義務の確認, as it is read aloud. */
  readonly acknowledgementText: string;
}

/** The neutral mail, before it goes out. The link is a place-holder: each agency gets its own. */
export interface InvitationPreview {
  readonly subject: string;
  readonly text: string;
}
