import type { RecordKind } from '#libs/contracts';
import type {
  HolderPost,
  LadderStepName,
  MeetingKind,
  ObligationKind,
  SittingStage,
  Stage,
  StallCause,
  TrackState,
} from '#libs/domain';
import type { Page } from './page.ts';
import type { CallView, Int, On } from './record-view.ts';

interface Who {
  readonly agency: string;
  readonly post: HolderPost;
  /** Where it is one person. */
  readonly name: string | null;
}

interface InCharge {
  readonly agency: string;
  readonly displayName: string | null;
}

/** One thing that the viewer, or the viewer's agency, owes. */
export interface WorkItem {
  readonly recordId: string;
  readonly kind: RecordKind;
  /** Case number, or the sitting's ordinal. */
  readonly number: string;
  /** Name of a sitting. */
  readonly title: string | null;
  readonly key: string;
  readonly obligationKind: ObligationKind;
  readonly about: string | null;
  readonly action: string | null;
  readonly askedOn: On;
  readonly dueOn: On;
  /** End of the office day, epoch ms. */
  readonly dueAtMs: Int;
  readonly overdue: boolean;
  readonly blocking: boolean;
  readonly urgent: boolean;
  readonly holder: Who;
  /** Whom to ring up, of a phone task. */
  readonly call: CallView | null;
}

export interface CaseRow {
  readonly recordId: string;
  readonly number: string;
  readonly stage: Stage;
  readonly track: TrackState;
  readonly urgent: boolean;
  readonly leadAgency: string;
  readonly personInCharge: InCharge;
  readonly openedOn: On;
  readonly cause: StallCause | null;
  readonly since: On | null;
  readonly dueOn: On | null;
  readonly stalled: boolean;
  readonly isOpen: boolean;
}

export interface SittingRow {
  readonly id: string;
  readonly body: string;
  readonly name: string;
  readonly kind: MeetingKind;
  /** 第n回: fixed once it was held, before that as the days stand now. */
  readonly ordinal: Int;
  readonly stage: SittingStage;
  readonly heldOn: On;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly placeText: string | null;
  /** How many 案件 there are and who was asked: for the office that runs it; `null` for an agency that is invited. */
  readonly itemCount: Int | null;
  readonly invited: Int | null;
  readonly answered: Int | null;
  readonly missing: Int | null;
  readonly stalled: boolean;
}

/** A record on the manager's board: the one cause why it does not move, since when, who can move it. */
export interface BoardRow {
  readonly recordId: string;
  readonly kind: RecordKind;
  readonly number: string;
  readonly title: string | null;
  readonly stage: Stage | SittingStage;
  readonly track: TrackState | null;
  readonly urgent: boolean;
  readonly leadAgency: string | null;
  readonly personInCharge: InCharge | null;
  readonly cause: StallCause | null;
  readonly since: On | null;
  /** 開庁日 since the cause began, and past the date. */
  readonly openDays: Int | null;
  readonly openDaysPastDue: Int | null;
  readonly dueOn: On | null;
  readonly who: (Who & { readonly agencyName: string }) | null;
  /** What is asked of them: what it stands still for, else what is overdue, else what comes first; `null` when nobody is asked. */
  readonly nextStepCode: ObligationKind | null;
  readonly nextStep: { readonly step: LadderStepName; readonly on: On } | null;
  readonly stalled: boolean;
  /** It moves, but something that somebody owes beside it is overdue. */
  readonly late: boolean;
}

interface BoardCounts {
  readonly open: Int;
  readonly stalled: Int;
  readonly urgent: Int;
  readonly vacant: Int;
}

export interface BoardPage extends Page<BoardRow> {
  readonly counts: BoardCounts;
  /** Do the procedures keep up? */
  readonly procedures: { readonly behind: boolean; readonly oldestDueMinutes: Int | null };
}
