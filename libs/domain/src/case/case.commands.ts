import type { IsoDate } from '#libs/calendar';
import type { CaseSystemCommand } from '#libs/contracts';
import type { AgencyCode, BodyCode } from '../rules/municipality-rules.ts';
import type { RecordCommand } from '../record/record-events.ts';
import type { TextId, TriedScheme } from './case-state.ts';
import type {
  ChangeCode,
  ConcernCode,
  ConsentItemClass,
  ConsentMethod,
  ConsentPurpose,
  ContactMethod,
  ContactResult,
  DeclineReason,
  DeclineSuggestion,
  DispositionResult,
  EndReason,
  GoalOutcome,
  ItemPurpose,
  RelationCode,
  RepresentativeGround,
} from './codes.ts';

export interface NewPerson {
  readonly id: string;
  readonly role: 'person' | 'householdMember';
  readonly relation: RelationCode;
  readonly birthYear: number | null;
  readonly nameText: TextId;
}

/** 相談受付, and the half-minute form for 助言・後方支援. `caseNumber` is given by the executor from the counter of the 年度. */
export type IntakeCommand =
  | {
      readonly type: 'open-case';
      readonly caseNumber: string;
      readonly receivedOn: IsoDate;
      readonly point: string;
      readonly version: 'withConsent' | 'withoutConsent';
      readonly urgent: boolean;
      readonly concerns: readonly ConcernCode[];
      readonly worstConcern: ConcernCode;
      readonly triedSchemes: readonly TriedScheme[];
      readonly persons: readonly NewPerson[];
      readonly storyText: TextId;
      readonly reporterText: TextId | null;
      readonly contactRulesText: TextId | null;
    }
  | {
      readonly type: 'record-advice-only';
      readonly caseNumber: string;
      readonly receivedOn: IsoDate;
      readonly point: string;
      readonly askedBy: AgencyCode;
      readonly concern: ConcernCode;
      readonly adviceText: TextId;
    }
  | { readonly type: 'screen-case'; readonly judgement: 'handOver' | 'keep'; readonly reasonText: TextId }
  | { readonly type: 'mark-urgent'; readonly urgent: boolean }
  | { readonly type: 'set-person-in-charge'; readonly membershipId: string | null }
  | { readonly type: 'release-agency'; readonly agency: AgencyCode; readonly reasonText: TextId }
  | { readonly type: 'reopen-case'; readonly reasonText: TextId };

export type HandoffCommand =
  | {
      readonly type: 'send-handoff';
      readonly handoffId: string;
      readonly to: AgencyCode;
      readonly purpose: 'takeOver' | 'join';
      readonly main: boolean;
      readonly messageText: TextId;
    }
  | { readonly type: 'accept-handoff'; readonly handoffId: string; readonly answerText: TextId | null }
  | {
      readonly type: 'decline-handoff';
      readonly handoffId: string;
      readonly reason: DeclineReason;
      readonly suggestion: DeclineSuggestion;
      readonly answerText: TextId | null;
    }
  | { readonly type: 'advise-on-handoff'; readonly handoffId: string; readonly adviceText: TextId }
  | { readonly type: 'withdraw-handoff'; readonly handoffId: string; readonly reasonText: TextId };

export type ConsentCommand =
  | {
      readonly type: 'record-consent';
      readonly personId: string;
      readonly status: 'given' | 'refused';
      readonly on: IsoDate;
      readonly method: ConsentMethod;
      readonly agencies: readonly AgencyCode[];
      readonly purposes: readonly ConsentPurpose[];
      readonly itemClasses: readonly ConsentItemClass[];
      readonly representative: { readonly ground: RepresentativeGround; readonly nameText: TextId } | null;
      readonly reviewOn: IsoDate | null;
    }
  | {
      readonly type: 'withdraw-consent';
      readonly personId: string;
      readonly withdrawalId: string;
      readonly on: IsoDate;
      readonly agencies: readonly AgencyCode[] | 'all';
      readonly reasonText: TextId | null;
    }
  | { readonly type: 'confirm-withdrawal'; readonly withdrawalId: string; readonly agency: AgencyCode }
  | { readonly type: 'allow-support-meeting'; readonly personId: string; readonly reasonText: TextId };

export type TrackCommand =
  | { readonly type: 'confirm-candidate' }
  | { readonly type: 'dismiss-candidate'; readonly reasonText: TextId }
  | { readonly type: 'record-pre-contact'; readonly on: IsoDate; readonly text: TextId }
  | {
      readonly type: 'record-contact';
      readonly contactId: string;
      readonly on: IsoDate;
      readonly method: ContactMethod;
      readonly result: ContactResult;
      readonly nextContactOn: IsoDate;
      readonly text: TextId;
    }
  | { readonly type: 'review-track'; readonly nextReviewOn: IsoDate | null; readonly text: TextId }
  | {
      readonly type: 'finish-task';
      readonly taskId: string;
      readonly outcome: 'done' | 'impossible';
      readonly text: TextId | null;
    };

/** Given to a case by its sitting, in the sitting's transaction. */
export type PlacementCommand =
  | {
      readonly type: 'place-on-sitting';
      readonly itemId: string;
      readonly sittingId: string;
      readonly body: BodyCode;
      readonly purpose: ItemPurpose;
      readonly personIds: readonly string[];
      readonly agencies: readonly AgencyCode[];
      readonly heldOn: IsoDate;
    }
  | { readonly type: 'move-placement'; readonly itemId: string; readonly heldOn: IsoDate }
  | { readonly type: 'drop-placement'; readonly itemId: string }
  | {
      readonly type: 'take-disposition';
      readonly itemId: string;
      readonly result: DispositionResult;
      readonly taskId: string;
      readonly ownerAgency: AgencyCode;
      readonly dueOn: IsoDate;
      readonly nextStepText: TextId;
      readonly endReason: EndReason | null;
      readonly leadAgencyAfter: AgencyCode | null;
    };

export type PlanCommand =
  | { readonly type: 'submit-sheet'; readonly agency: AgencyCode; readonly text: TextId }
  | { readonly type: 'finish-assessment' }
  | {
      readonly type: 'draft-plan';
      readonly planId: string;
      readonly startsOn: IsoDate;
      readonly endsOn: IsoDate;
      readonly directionText: TextId;
      readonly goals: readonly { readonly id: string; readonly text: TextId }[];
      readonly roles: readonly { readonly agency: AgencyCode; readonly text: TextId }[];
    }
  | {
      readonly type: 'explain-plan';
      readonly explainedOn: IsoDate;
      readonly appliedOn: IsoDate;
      readonly appliedBy: ConsentMethod;
    }
  | { readonly type: 'draft-approval'; readonly draftedOn: IsoDate; readonly documentNumber: string }
  | { readonly type: 'decide-support'; readonly decidedOn: IsoDate };

export type SupportCommand =
  | { readonly type: 'acknowledge-role'; readonly agency: AgencyCode }
  | {
      readonly type: 'record-monitoring';
      readonly entryId: string;
      readonly on: IsoDate;
      readonly method: ContactMethod;
      readonly text: TextId;
    }
  | { readonly type: 'evaluate-now' }
  | {
      readonly type: 'record-evaluation';
      readonly recordedOn: IsoDate;
      readonly goalOutcomes: Readonly<Record<string, GoalOutcome>>;
      readonly changes: readonly ChangeCode[];
      readonly personsViewText: TextId;
      readonly staffOpinionText: TextId;
      readonly remainingText: TextId | null;
    }
  | { readonly type: 'resume-support' }
  | {
      readonly type: 'record-follow-up';
      readonly day: number;
      readonly on: IsoDate;
      readonly leadAgencyOk: boolean;
      readonly text: TextId;
    };

/** Everything that can be said to a case. A new command is a new entry here. */
export type CaseCommand =
  | IntakeCommand
  | HandoffCommand
  | ConsentCommand
  | TrackCommand
  | PlacementCommand
  | PlanCommand
  | SupportCommand
  | CaseSystemCommand;
export type AnyCaseCommand = CaseCommand | RecordCommand;
