import type { IsoDate } from '#libs/calendar';
import type { DispositionResult, ItemPurpose } from '../case/codes.ts';
import type { TextId } from '../case/case-state.ts';
import type { Entered } from '../record/entered.ts';
import type { KeptState } from '../record/keeping.ts';
import type { AgencyCode, BodyCode, MeetingKind } from '../rules/municipality-rules.ts';

export const sittingStages = ['preparing', 'called', 'held', 'closed', 'cancelled'] as const;
export type SittingStage = (typeof sittingStages)[number];

/** 出席, 欠席, 代理出席, オンライン, 書面意見 (R29). */
export const replyKinds = ['attend', 'absent', 'proxy', 'online', 'written'] as const;
export type ReplyKind = (typeof replyKinds)[number];

interface Disposition {
  readonly result: DispositionResult;
  readonly ownerAgency: AgencyCode;
  readonly dueOn: IsoDate;
  readonly nextStepText: TextId;
}

/** 案件: one case on this sitting, with its persons, basis and purpose; the basis belongs to the item (R5). */
export interface AgendaItem {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: MeetingKind;
  readonly legalBasis: string;
  readonly purpose: ItemPurpose;
  readonly personIds: readonly string[];
  readonly agencies: readonly AgencyCode[];
  readonly frozen: boolean;
  /** Who was not there and was told the 協議結果 afterwards. */
  readonly releasedTo?: readonly AgencyCode[];
  readonly disposition: Disposition | null;
}

export interface Invitation {
  readonly id: string;
  readonly agency: AgencyCode;
  readonly required: boolean;
  readonly sent: boolean;
  readonly reply: ReplyKind | null;
  /** Who comes in the head's place (代理出席): a name, kept as a text. */
  readonly proxyText: TextId | null;
  readonly via: 'link' | 'office' | null;
  readonly repliedAtMs: number | null;
  readonly late: boolean;
  readonly expired: boolean;
  readonly phoned: 'none' | 'asked';
  /** The secretariat entered the reply. */
  readonly entered?: Entered | null;
}

export interface SittingState extends KeptState {
  readonly municipality: string;
  readonly body: BodyCode;
  readonly kind: MeetingKind;
  /** 第n回, fixed when it is held. Before that `null`, or what 0.1.0 gave at its opening: ask `ordinalsOf`. */
  readonly ordinal: number | null;
  readonly stage: SittingStage;
  readonly openedOn: IsoDate;
  readonly heldOn: IsoDate;
  /** An earlier day that somebody may still take for the day of the sitting, after it moved. */
  readonly earlierHeldOn: IsoDate | null;
  /** 'HH:mm' in Asia/Tokyo. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly placeText: TextId;
  /** Raised when date or place move, and at cancellation (iCalendar SEQUENCE, RFC 5545). */
  readonly sequence: number;
  readonly urgentReasonText: TextId | null;
  readonly items: readonly AgendaItem[];
  /** Taken off again; they leave the state at once. */
  readonly removedItems: readonly AgendaItem[];
  readonly invitations: readonly Invitation[];
  /** Who convenes it and is never asked; known since it was called. */
  readonly convener: AgencyCode | null;
  /** Agencies for which 守秘義務の確認 was done before it is held (R35). */
  readonly acknowledged: readonly AgencyCode[];
  /** By agency, memberships that did so; nobody where the secretariat entered it. An agency that is not in it did so as a whole. */
  readonly acknowledgedBy?: Readonly<Record<AgencyCode, readonly string[]>>;
  readonly replyDueOn: IsoDate | null;
  readonly requiredAbsenceTold: boolean;
  readonly attendance: {
    readonly present: readonly AgencyCode[];
    readonly acknowledgement: 'readAloud' | 'signed';
    readonly textVersion: string;
    readonly chair: 'manager' | 'deputy';
  } | null;
  /** Who wrote down on that day why the content is read; a reason opens it for its day. */
  readonly readers: readonly { readonly membershipId: string; readonly on: IsoDate }[];
}
