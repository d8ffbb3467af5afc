import type { HolderPost, LadderStepName, NoticeKind, ObligationKind, StallCause } from '#libs/domain';

/** A text about people: `null` when the viewer is not entitled (then its object says `masked`) or when there is none. */
export type Text = string | null;
/** 'YYYY-MM-DD' in Asia/Tokyo. */
export type On = string;

export interface Masked {
  readonly masked?: boolean;
}

export interface ObligationView {
  readonly key: string;
  readonly kind: ObligationKind;
  readonly holder: { readonly agency: string; readonly post: HolderPost };
  readonly holderName?: string | null;
  readonly about?: string | null;
  readonly askedOn: On;
  readonly dueOn: On;
  readonly overdue: boolean;
  readonly blocking: boolean;
  readonly next: { readonly step: LadderStepName; readonly on: On } | null;
  readonly steps?: readonly { readonly step: LadderStepName; readonly on: On; readonly taken?: boolean }[];
}

export interface StallView {
  readonly cause: StallCause;
  readonly since: On;
  readonly dueOn: On | null;
  readonly openDays: number;
  readonly openDaysPastDue: number;
  readonly holder: { readonly agency: string; readonly post: HolderPost } | null;
  readonly holderName?: string | null;
  /** Already stalled; otherwise it will be from `dueOn` on. */
  readonly stalled?: boolean;
}

/** What happens by itself, without anybody doing anything. */
export interface UpcomingView {
  readonly on: On;
  readonly step?: LadderStepName | 'due';
  readonly kind?: ObligationKind;
  readonly holder?: { readonly agency: string; readonly post: HolderPost };
  /** A ready sentence, when the API words it. */
  readonly what?: string;
}

export interface HistoryEntry extends Masked {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly type: string;
  readonly actorName: string | null;
  readonly actorAgency?: string | null;
  readonly actorKind?: 'person' | 'invitee' | 'workflow' | 'clock';
  readonly on?: On | null;
  readonly params?: Readonly<Record<string, string | number | boolean | null>>;
  /** What was written with it and stands nowhere else on the page. */
  readonly texts?: readonly { readonly slot: string; readonly text: Text }[];
}

export interface NoticeView {
  readonly key?: string;
  readonly kind: NoticeKind;
  readonly recipient: { readonly agency: string; readonly to?: string } | string;
  readonly state: 'queued' | 'sent' | 'failed' | 'phone' | 'superseded';
  readonly at: string | null;
}

export interface NotAllowed {
  readonly command: string;
  readonly code: string;
  readonly detail: string;
}

/** What every record's view has: who owes what, why it stands still, what may be done. */
export interface RecordView {
  readonly id: string;
  readonly obligations: readonly ObligationView[];
  readonly stall: StallView | null;
  readonly upcoming: readonly UpcomingView[];
  readonly history: readonly HistoryEntry[];
  readonly parts: Readonly<Record<string, number>>;
  readonly allowed: readonly string[];
  readonly notAllowed: readonly NotAllowed[];
}

/** Answer to a command. */
export interface CommandAnswer {
  readonly seq: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly id?: string;
}
