import type {
  EventType,
  HolderPost,
  LadderStepName,
  NoticeKind,
  ObligationKind,
  OfferedCommand,
  RecipientPost,
  StallCause,
  TellingWay,
} from '#libs/domain';
import type { Page } from './page.ts';

/** A text about people: `null` when there is none, or when it is not for this viewer (then its object is `masked`). */
export type Text = string | null;
/** 'YYYY-MM-DD' in Asia/Tokyo. */
export type On = string;

/**
 * @asType integer
 * @internal a whole number; in the description written out wherever it stands
 */
export type Int = number;

export interface Masked {
  /** Texts and codes about people are left out: `null` and empty lists stand in their place. */
  readonly masked: boolean;
}

interface HolderView {
  readonly agency: string;
  readonly post: HolderPost;
}

/** 次にすること(期限). */
export interface ObligationView {
  readonly key: string;
  readonly kind: ObligationKind;
  readonly holder: HolderView;
  /** Where it is one person. */
  readonly holderName: string | null;
  readonly about: string | null;
  /** The command that settles it. */
  readonly action: string | null;
  readonly askedOn: On;
  readonly dueOn: On;
  readonly overdue: boolean;
  readonly blocking: boolean;
  /** Nobody's task: the system settles it, or it waits for a day. */
  readonly byItself: boolean;
  readonly next: { readonly step: LadderStepName; readonly on: On } | null;
  readonly steps: readonly { readonly step: LadderStepName; readonly on: On; readonly taken: boolean }[];
}

/** 電話のお願い: whom to ring up, and of what; what is said, the page words. */
export interface CallView {
  /** Of the call, or of the invitation whose reply is asked for. */
  readonly id: string;
  readonly noticeKind: NoticeKind;
  readonly agency: string;
  readonly to: RecipientPost;
  /** What the agency is asked for. */
  readonly owed: ObligationKind | null;
  /** `null`: nobody has entered it. */
  readonly phone: string | null;
  readonly sitting: { readonly heldOn: On; readonly startsAt: string; readonly endsAt: string } | null;
}

/** An answer that the secretariat entered for the agency: who, and how it was told. */
export interface EnteredView {
  readonly name: string | null;
  readonly heard: TellingWay | null;
}

/** What happens without anybody doing anything: a ladder step that has not been taken yet. */
export interface UpcomingView {
  readonly on: On;
  readonly step: LadderStepName;
  readonly kind: ObligationKind;
  readonly key: string;
  readonly about: string | null;
  readonly holder: HolderView;
}

export interface StallView {
  readonly cause: StallCause;
  readonly key: string | null;
  readonly since: On;
  readonly dueOn: On | null;
  /** 開庁日 since the cause began, and past the date. */
  readonly openDays: Int;
  readonly openDaysPastDue: Int;
  readonly holder: HolderView | null;
  readonly holderName: string | null;
  /** Already; otherwise it will be from `dueOn` on. */
  readonly stalled: boolean;
}

/** A line of the history: codes, dates, ids, and the reasons that were written. `masked`: only that it happened is for this viewer. */
export interface HistoryEntry extends Masked {
  /** The running number of the line, for the office; for others `null`: gaps would tell of what is not told. */
  readonly seq: Int | null;
  /** ISO instant. */
  readonly at: string;
  readonly type: EventType;
  readonly actorName: string | null;
  readonly actorAgency: string | null;
  readonly actorKind: 'person' | 'invitee' | 'workflow' | 'clock';
  readonly on: On | null;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  /** What was written with it and stands nowhere else on the page. */
  readonly texts: readonly { readonly slot: string; readonly text: Text }[];
}

/** How far a notice got. */
export type DeliveryState = 'queued' | 'sent' | 'failed' | 'phone' | 'superseded';

/** A word to somebody and how far it got. */
export interface NoticeView {
  readonly key: string;
  readonly kind: NoticeKind;
  readonly recipient: { readonly agency: string; readonly to: string };
  readonly invitationId: string | null;
  readonly sequence: Int | null;
  readonly state: DeliveryState;
  /** ISO instant: when it went out, otherwise when it was decided. */
  readonly at: string;
  readonly sentAt: string | null;
  readonly attempts: Int;
}

export interface NotAllowed {
  readonly command: OfferedCommand;
  readonly code: string;
  readonly detail: string;
}

/** What this viewer can do now, and for the rest the reason. */
export interface Offer {
  readonly allowed: readonly OfferedCommand[];
  readonly notAllowed: readonly NotAllowed[];
}

/** What every record's view has: who owes what, why it stands still, what happened, what may be done. */
export interface RecordView extends Offer {
  readonly id: string;
  readonly obligations: readonly ObligationView[];
  /** For the secretariat; empty for everybody else. */
  readonly calls: readonly CallView[];
  readonly stall: StallView | null;
  readonly upcoming: readonly UpcomingView[];
  /** Newest first, without the keeping of dates. */
  readonly history: Page<HistoryEntry>;
  /** Newest first. */
  readonly notices: Page<NoticeView>;
  /** Version of each part a command may change. */
  readonly parts: Readonly<Record<string, Int>>;
}
