import type {
  ChangeCode,
  ConcernCode,
  ConsentItemClass,
  ConsentMethod,
  ConsentPurpose,
  ConsentStatus,
  ContactMethod,
  ContactResult,
  DispositionResult,
  EndReason,
  GoalOutcome,
  ItemPurpose,
  MeetingKind,
  PersonStanding,
  RefusalCode,
  RelationCode,
  RepresentativeGround,
  SchemeCode,
  SchemeOutcomeCode,
  Stage,
  TrackState,
} from '#libs/domain';
import type { HandoffView } from './handoff-view.ts';
import type { MeetingRequestView } from './meeting-request-view.ts';
import type { EnteredView, Int, Masked, On, RecordView, Text } from './record-view.ts';

interface SaidOfConsent {
  readonly on: On | null;
  readonly method: ConsentMethod | null;
  readonly agencies: readonly string[];
  readonly purposes: readonly ConsentPurpose[];
  readonly itemClasses: readonly ConsentItemClass[];
  readonly takenBy: string | null;
  readonly representative: { readonly ground: RepresentativeGround; readonly nameText: Text } | null;
  readonly reviewOn: On | null;
}

interface ConsentView extends SaidOfConsent {
  /** `null` where it is not for this viewer. */
  readonly status: ConsentStatus | null;
  /** The agency that recorded it for itself and waits for its confirmation. */
  readonly unconfirmedFor: string | null;
}

interface ProposedConsentView extends SaidOfConsent {
  readonly status: ConsentStatus;
}

/** Could this person be put on such a meeting today, and if not, why not. */
interface Placeable {
  readonly ok: boolean;
  readonly code: RefusalCode | null;
  readonly detail: string | null;
}

export interface PersonView extends Masked {
  readonly id: string;
  readonly role: 'person' | 'householdMember';
  readonly relation: RelationCode | null;
  /** In the year of the view. */
  readonly age: Int | null;
  readonly name: Text;
  /** `null` where it is not for this viewer. */
  readonly track: 'none' | 'supportMeeting' | 'main' | null;
  readonly consent: ConsentView;
  /** Written down since, and to be confirmed; what stands holds as long. */
  readonly proposedConsent: ProposedConsentView | null;
  readonly supportTrackReasonText: Text;
  readonly meetings: Readonly<Record<MeetingKind, Placeable>> | null;
}

interface IntakeView extends Masked {
  readonly receivedOn: On;
  readonly point: string;
  readonly version: 'withConsent' | 'withoutConsent' | null;
  readonly concerns: readonly ConcernCode[];
  readonly worstConcern: ConcernCode | null;
  readonly triedSchemes: readonly {
    readonly scheme: SchemeCode;
    readonly by: string;
    readonly outcome: SchemeOutcomeCode;
  }[];
  readonly storyText: Text;
  readonly reporterText: Text;
  /** Who told is not for this viewer, nor whether somebody did. */
  readonly reporterMasked: boolean;
  readonly contactRulesText: Text;
  /** These are not for this viewer, nor whether there are any; they belong to other classes of items than what was told (R2). */
  readonly contactRulesMasked: boolean;
  readonly triedSchemesMasked: boolean;
}

interface PlacementView extends Masked {
  readonly itemId: string;
  readonly sittingId: string;
  readonly kind: MeetingKind;
  readonly purpose: ItemPurpose | null;
  readonly legalBasis: string | null;
  readonly personIds: readonly string[];
  readonly agencies: readonly string[];
  readonly heldOn: On;
  readonly frozen: boolean;
  readonly result: DispositionResult | null;
}

interface TrackView {
  /** `null` where it is not for this viewer whether there is one. */
  readonly state: TrackState | null;
  readonly nextReviewOn: On | null;
  readonly candidacies: Int;
  readonly reviews: Int;
  readonly outreach:
    | (Masked & {
        readonly agency: string;
        readonly preContactOn: On | null;
        readonly preContactText: Text;
        readonly dueOn: On;
        readonly contacts: Int;
        readonly met: Int | null;
      })
    | null;
}

export interface PlanView extends Masked {
  readonly id: string;
  readonly round: Int;
  readonly draft: Int;
  readonly owner: string;
  readonly personIds: readonly string[];
  readonly startsOn: On;
  readonly endsOn: On;
  readonly directionText: Text;
  readonly goals: readonly { readonly id: string; readonly text: Text; readonly outcome: GoalOutcome | null }[];
  readonly roles: readonly {
    readonly agency: string;
    readonly text: Text;
    readonly toldOn: On | null;
    readonly acknowledgedOn: On | null;
    readonly entered: EnteredView | null;
  }[];
  readonly explainedOn: On | null;
  readonly appliedOn: On | null;
  readonly appliedBy: ConsentMethod | null;
  readonly reviews: Int;
  readonly review: 'none' | 'adequate' | 'conditional' | 'redo';
  readonly conditionText: Text;
  readonly approval: { readonly draftedOn: On; readonly documentNumber: string } | null;
  readonly decision: {
    readonly decidedOn: On;
    readonly decider: 'manager' | 'deputy';
    readonly deciderName: string | null;
  } | null;
  readonly state: 'draft' | 'decided' | 'ended' | 'replaced';
}

/** A contact of the outreach, or an entry of モニタリング. */
export interface ContactView extends Masked {
  readonly id: string;
  readonly on: On;
  readonly method: ContactMethod | null;
  readonly result: ContactResult | null;
  readonly by: string;
  readonly text: Text;
}

interface EvaluationView {
  readonly n: Int;
  readonly dueOn: On | null;
  readonly due: boolean;
  readonly record:
    | (Masked & {
        readonly n: Int;
        readonly recordedOn: On;
        readonly goalOutcomes: Readonly<Record<string, GoalOutcome>>;
        readonly changes: readonly ChangeCode[];
        readonly personsViewText: Text;
        readonly staffOpinionText: Text;
        readonly remainingText: Text;
      })
    | null;
}

/** Lists of a case of which only the newest are on its page. */
export type LeavingList =
  | 'handoffs'
  | 'placements'
  | 'meetingRequests'
  | 'contacts'
  | 'monitoringEntries'
  | 'tasks'
  | 'sheets'
  | 'plans'
  | 'withdrawals'
  | 'participants';

/** A list of a case read on: what is older, the oldest first; the other lists are empty. */
export interface OlderEntries extends Pick<CaseView, LeavingList> {
  readonly next: string | null;
}

/** ケースの画面: where it stands, who owes what by when, what was done, what happens next by itself, what may be done and why not. */
export interface CaseView extends RecordView {
  readonly number: string;
  readonly stage: Stage;
  /** Those it has been in and left. */
  readonly passed: readonly Stage[];
  readonly round: Int;
  readonly urgent: boolean;
  readonly openedOn: On;
  readonly leadAgency: string;
  readonly personInCharge: {
    readonly agency: string;
    readonly membershipId: string | null;
    readonly displayName: string | null;
  };
  readonly track: TrackView;
  readonly persons: readonly PersonView[];
  readonly intake: IntakeView;
  readonly participants: readonly {
    readonly agency: string;
    readonly since: On;
    readonly basis: 'recorder' | 'handoff' | 'meeting' | 'role';
    readonly releasedOn: On | null;
  }[];
  readonly handoffs: readonly HandoffView[];
  readonly placements: readonly PlacementView[];
  readonly meetingRequests: readonly MeetingRequestView[];
  readonly sheets: readonly (Masked & {
    readonly agency: string;
    readonly state: 'asked' | 'received' | 'expired';
    readonly text: Text;
    readonly round: Int;
    readonly entered: EnteredView | null;
  })[];
  readonly plans: readonly PlanView[];
  readonly contacts: readonly ContactView[];
  readonly tasks: readonly (Masked & {
    readonly id: string;
    readonly agency: string;
    readonly dueOn: On;
    readonly text: Text;
    readonly state: 'open' | 'done' | 'impossible' | 'handedOver';
    readonly itemId: string;
  })[];
  readonly monitoring: {
    readonly rounds: Int;
    readonly open: boolean;
    readonly nextOn: On | null;
    readonly due: boolean;
    readonly entries: Int;
  };
  readonly monitoringEntries: readonly ContactView[];
  readonly evaluation: EvaluationView;
  readonly ending: {
    /** `null` where it is not for this viewer. */
    readonly reason: EndReason | null;
    readonly on: On;
    readonly leadAgencyAfter: string;
    /** How it stood for each person of whom this viewer may know it. */
    readonly standings: readonly {
      readonly personId: string;
      readonly standing: PersonStanding;
      readonly standingText: Text;
    }[];
  } | null;
  readonly interruption: { readonly n: Int; readonly reviewOn: On } | null;
  readonly followUps: readonly { readonly day: Int; readonly dueOn: On; readonly doneOn: On | null }[];
  readonly withdrawals: readonly {
    readonly id: string;
    readonly personId: string;
    readonly agencies: readonly string[];
    readonly told: boolean;
    readonly confirmed: readonly string[];
    /** `null` where it is not for this viewer, and where nothing was kept of it. */
    readonly how: {
      readonly on: On;
      readonly method: ConsentMethod;
      readonly takenBy: string;
      readonly representative: { readonly ground: RepresentativeGround; readonly nameText: Text } | null;
    } | null;
  }[];
  /** Where each list is read on; `null`: it is whole. */
  readonly older: Readonly<Record<LeavingList, string | null>>;
}
