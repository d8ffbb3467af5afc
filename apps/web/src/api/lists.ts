import type { RecordKind } from '#libs/contracts';
import type {
  HolderPost,
  MeetingKind,
  ObligationKind,
  SittingStage,
  Stage,
  StallCause,
  TrackState,
} from '#libs/domain';

/** A page of a list; `next` is the cursor of the following one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

interface Who {
  readonly agency: string;
  readonly post: HolderPost;
  readonly name: string | null;
}

/** One thing that I, or my agency, owe. */
export interface WorkItem {
  readonly recordId: string;
  readonly kind: RecordKind;
  /** Case number, or the sitting's name. */
  readonly number: string;
  readonly title?: string | null;
  readonly key: string;
  readonly obligationKind: ObligationKind;
  readonly about?: string | null;
  readonly action?: string | null;
  readonly askedOn: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly blocking: boolean;
  readonly urgent: boolean;
  readonly holder: Who;
}

export interface CaseRow {
  readonly recordId: string;
  readonly number: string;
  readonly stage: Stage;
  readonly track: TrackState;
  readonly urgent: boolean;
  readonly leadAgency: string;
  readonly personInCharge: { readonly agency: string; readonly displayName: string | null };
  readonly openedOn: string;
  readonly cause: StallCause | null;
  readonly dueOn: string | null;
  readonly stalled: boolean;
  readonly isOpen: boolean;
}

export interface SittingRow {
  readonly id: string;
  readonly name: string;
  readonly kind: MeetingKind;
  readonly ordinal: number;
  readonly stage: SittingStage;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly placeText: string | null;
  readonly itemCount: number;
  readonly invited: number;
  readonly answered: number;
  readonly missing: number;
  readonly stalled: boolean;
}

export interface BoardRow {
  readonly recordId: string;
  readonly kind: RecordKind;
  readonly number: string;
  readonly title?: string | null;
  readonly stage: string;
  readonly track: TrackState | null;
  readonly urgent: boolean;
  readonly leadAgency: string | null;
  readonly personInCharge: { readonly agency: string; readonly displayName: string | null } | null;
  readonly cause: StallCause | null;
  readonly since: string | null;
  readonly openDays: number | null;
  readonly openDaysPastDue: number | null;
  readonly dueOn: string | null;
  readonly who: Who | null;
  readonly nextStepCode: ObligationKind | null;
  readonly stalled: boolean;
}

export interface BoardPage extends Page<BoardRow> {
  readonly counts: {
    readonly open: number;
    readonly stalled: number;
    readonly urgent: number;
    readonly vacant: number;
  };
  readonly procedures: { readonly behind: boolean; readonly oldestDueMinutes: number | null };
}
