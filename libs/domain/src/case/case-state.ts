import type { IsoDate } from '#libs/calendar';
import type { AgencyAnswer } from '../record/entered.ts';
import type { KeptState } from '../record/keeping.ts';
import type { AgencyCode } from '../rules/municipality-rules.ts';
import type { StandingsAtEnd } from './closing/standing-at-end.ts';
import type {
  ChangeCode,
  ConsentItemClass,
  ConsentMethod,
  ConsentPurpose,
  ContactMethod,
  ContactResult,
  DeclineReason,
  DeclineSuggestion,
  EndReason,
  GoalOutcome,
  ItemPurpose,
  RelationCode,
  RepresentativeGround,
} from './codes.ts';
import type { Intake } from './intake/intake.ts';
import type { MeetingRequest } from './request/meeting-request.ts';
import type { Stage } from './stage.ts';
import type { Participant, Placement } from './taking-part.ts';

/** Id of a text revision. What is written about people lives there, encrypted with the record's key; state and events hold the id only. */
export type TextId = string;

export type ConsentStatus = 'unconfirmed' | 'given' | 'refused' | 'withdrawn';

/** Consent of one person (R2): dated, scoped, revocable. `agencies` is who may be told. */
export interface Consent {
  readonly status: ConsentStatus;
  readonly on: IsoDate | null;
  readonly method: ConsentMethod | null;
  readonly agencies: readonly AgencyCode[];
  readonly purposes: readonly ConsentPurpose[];
  readonly itemClasses: readonly ConsentItemClass[];
  readonly takenBy: AgencyCode | null;
  readonly representative: { readonly ground: RepresentativeGround; readonly nameText: TextId } | null;
  readonly reviewOn: IsoDate | null;
  /** The agency that recorded it for itself, until the 主担当機関 or the secretariat has confirmed it. */
  readonly unconfirmedFor?: AgencyCode;
}

/** As an 相談受付 names somebody. */
export interface NewPerson {
  readonly id: string;
  readonly role: 'person' | 'householdMember';
  readonly relation: RelationCode;
  readonly birthYear: number | null;
  readonly nameText: TextId;
}

export interface CasePerson extends NewPerson {
  readonly consent: Consent;
  /** A manager's recorded reason allows 支援会議 although the person refused or withdrew (R8). */
  readonly supportTrackReasonText: TextId | null;
  /** Numbers of the events by which the person last said no, to everybody (`*`) or to one agency: what was told before is closed. */
  readonly saidNo: Readonly<Record<string, number>>;
  /** `main`: on the stages by consent; `supportMeeting`: looked at without consent; `none`: neither yet. */
  readonly track: 'none' | 'supportMeeting' | 'main';
}

export interface Handoff extends AgencyAnswer {
  readonly id: string;
  readonly main: boolean;
  readonly purpose: 'takeOver' | 'join';
  readonly from: AgencyCode;
  readonly to: AgencyCode;
  readonly sentOn: IsoDate;
  readonly state: 'awaiting' | 'accepted' | 'declined' | 'advised' | 'withdrawn';
  readonly expired: boolean;
  readonly answeredOn: IsoDate | null;
  readonly reason: DeclineReason | null;
  readonly suggestion: DeclineSuggestion | null;
  /** Whom it is about: what is written in it is theirs. */
  readonly personIds: readonly string[];
  /** The 根拠規定 on which it names them; `null`: their consent, or the office's task. Older ones have none. */
  readonly legalBasis: string | null;
  /** Why it is needed without their consent. */
  readonly reasonText: TextId | null;
  /** Number of its event in the log: a no that comes later closes it. */
  readonly sentAt: number;
  readonly messageText: TextId;
  readonly answerText: TextId | null;
}

interface DecisionTask {
  readonly id: string;
  readonly agency: AgencyCode;
  readonly dueOn: IsoDate;
  readonly text: TextId;
  readonly state: 'open' | 'done' | 'impossible' | 'handedOver';
  readonly itemId: string;
}

export type TrackState = 'none' | 'candidate' | 'reviewing' | 'outreach' | 'ended';

/** 支援会議での検討: the part of the case that runs under 106条の6, beside the stages. */
interface SupportMeetingTrack {
  readonly state: TrackState;
  readonly candidacies: number;
  /** When the chair confirmed or put it on by itself; the next look at it. */
  readonly nextReviewOn: IsoDate | null;
  readonly reviews: number;
  readonly outreach: {
    readonly agency: AgencyCode;
    /** Whom to reach: those on the item that decided on it. */
    readonly personIds: readonly string[];
    readonly preContactOn: IsoDate | null;
    readonly preContactText: TextId | null;
    readonly dueOn: IsoDate;
    readonly contacts: number;
    readonly met: number;
  } | null;
}

export interface ContactEntry {
  readonly id: string;
  readonly on: IsoDate;
  readonly method: ContactMethod;
  readonly result: ContactResult;
  readonly by: AgencyCode;
  /** Whom it is about; older ones: everybody of the household. */
  readonly personIds?: readonly string[];
  readonly text: TextId;
}

interface Sheet extends AgencyAnswer {
  readonly agency: AgencyCode;
  readonly state: 'asked' | 'received' | 'expired';
  readonly text: TextId | null;
  readonly round: number;
}

export interface PlanGoal {
  readonly id: string;
  readonly text: TextId;
  readonly outcome: GoalOutcome | null;
}
interface PlanRole extends AgencyAnswer {
  readonly agency: AgencyCode;
  readonly text: TextId;
  readonly toldOn: IsoDate | null;
  readonly acknowledgedOn: IsoDate | null;
}

/** 多機関協働プラン of one round. */
export interface Plan {
  readonly id: string;
  readonly kind: 'multiAgency';
  readonly round: number;
  readonly draft: number;
  readonly owner: AgencyCode;
  readonly personIds: readonly string[];
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly directionText: TextId;
  readonly goals: readonly PlanGoal[];
  readonly roles: readonly PlanRole[];
  readonly explainedOn: IsoDate | null;
  readonly appliedOn: IsoDate | null;
  readonly appliedBy: ConsentMethod | null;
  readonly reviews: number;
  readonly review: 'none' | 'adequate' | 'conditional' | 'redo';
  readonly conditionText: TextId | null;
  readonly approval: { readonly draftedOn: IsoDate; readonly documentNumber: string } | null;
  readonly decision: {
    readonly decidedOn: IsoDate;
    readonly decider: 'manager' | 'deputy';
    readonly membershipId: string;
  } | null;
  readonly state: 'draft' | 'decided' | 'ended' | 'replaced';
}

export interface Evaluation {
  readonly n: number;
  readonly recordedOn: IsoDate;
  readonly goalOutcomes: Readonly<Record<string, GoalOutcome>>;
  readonly changes: readonly ChangeCode[];
  readonly personsViewText: TextId;
  readonly staffOpinionText: TextId;
  readonly remainingText: TextId | null;
  /** Whom it is about; older ones: everybody of the household. */
  readonly personIds?: readonly string[];
}

/** How a consent was taken back: when and how it was said, who took it, 法定代理人 who spoke for the person. */
export interface HowWithdrawn {
  readonly on: IsoDate;
  readonly method: ConsentMethod;
  readonly takenBy: AgencyCode;
  readonly representative: { readonly ground: RepresentativeGround; readonly nameText: TextId } | null;
}

export interface CaseState extends KeptState {
  readonly municipality: string;
  readonly caseNumber: string;
  readonly openedOn: IsoDate;
  readonly stage: Stage;
  /** Stages that it has been in and left, each once. */
  readonly passed: readonly Stage[];
  readonly round: number;
  /** 急ぐ: safety of a person; sorts first everywhere. */
  readonly urgent: boolean;
  readonly intake: Intake;
  readonly persons: readonly CasePerson[];
  readonly leadAgency: AgencyCode;
  readonly personInCharge: { readonly agency: AgencyCode; readonly membershipId: string | null };
  readonly vacancies: number;
  readonly participants: readonly Participant[];
  readonly handoffs: readonly Handoff[];
  readonly track: SupportMeetingTrack;
  readonly placements: readonly Placement[];
  /** 案件化の依頼. */
  readonly meetingRequests: readonly MeetingRequest[];
  /** Taken off the agenda again. */
  readonly droppedPlacements: readonly Placement[];
  /** アウトリーチでの接触. */
  readonly contacts: readonly ContactEntry[];
  /** モニタリング. */
  readonly monitoringEntries: readonly ContactEntry[];
  readonly tasks: readonly DecisionTask[];
  readonly sheets: readonly Sheet[];
  /** Counts the times アセスメント began: at the first consent, at a やり直し, at a re-plan. */
  readonly assessments: number;
  /** The last of them for which the sheets were asked. */
  readonly sheetsAsked: number;
  readonly plans: readonly Plan[];
  /** Who of the managers wrote down on that day why the plans are read; older cases have nobody. */
  readonly planReaders?: readonly { readonly membershipId: string; readonly on: IsoDate }[];
  readonly reviewAsked: boolean;
  readonly approvalAsked: boolean;
  readonly supportSince: IsoDate | null;
  readonly monitoring: {
    readonly rounds: number;
    readonly open: boolean;
    readonly nextOn: IsoDate | null;
    readonly due: boolean;
    readonly entries: number;
  };
  readonly evaluation: {
    readonly n: number;
    readonly dueOn: IsoDate | null;
    readonly due: boolean;
    readonly record: Evaluation | null;
  };
  readonly ending: {
    readonly reason: EndReason;
    readonly on: IsoDate;
    readonly leadAgencyAfter: AgencyCode;
    /** How it stood for each person of the household; older ones asked nobody. */
    readonly standings?: StandingsAtEnd;
  } | null;
  readonly interruption: { readonly n: number; readonly reviewOn: IsoDate } | null;
  readonly followUps: readonly { readonly day: number; readonly dueOn: IsoDate; readonly doneOn: IsoDate | null }[];
  readonly withdrawals: readonly {
    readonly id: string;
    readonly personId: string;
    readonly agencies: readonly AgencyCode[];
    readonly told: boolean;
    readonly confirmed: readonly AgencyCode[];
    /** Older ones kept none of it. */
    readonly how?: HowWithdrawn;
  }[];
  readonly closedReason: 'keptByAgency' | 'followedUp' | null;
  /** What rules still count of the entries that have left (`case-leaving.ts`). */
  readonly past: {
    readonly mainHandoffs: readonly Pick<Handoff, 'state' | 'expired'>[];
    /** By person: who sat with them on items of a 支援会議, and the newest basis. */
    readonly seats: Readonly<Record<string, { readonly legalBasis: string; readonly agencies: readonly AgencyCode[] }>>;
    /** Until which day seats on decided items have ended: of 支援会議 for all (`*`), or of one agency that was released. */
    readonly seatsEnded?: Readonly<Record<string, IsoDate>>;
    /** … and with which event: what is decided later on that day stays open. */
    readonly seatsEndedAt?: Readonly<Record<string, number>>;
    /** Who sat on items of a 重層的支援会議. */
    readonly consulted: readonly AgencyCode[];
    /** Items of a 重層的支援会議 that were decided, by purpose. */
    readonly disposed: Readonly<Partial<Record<ItemPurpose, number>>>;
    /** Items of a 支援会議 that were decided, and those of them that decided on アウトリーチ. */
    readonly onTrack: number;
    readonly outreaches: number;
    readonly planReviews: number;
    readonly withdrawals: number;
  };
}
