import type { IsoDate } from '#libs/calendar';
import type { AgencyCode, MeetingKind } from '../rules/municipality-rules.ts';
import type { Consent, Intake, TextId } from './case-state.ts';
import type { NewPerson } from './case.commands.ts';
import type { PlanEvent, SupportEvent } from './plan.events.ts';
import type {
  ContactMethod,
  ContactResult,
  DeclineReason,
  DeclineSuggestion,
  DispositionResult,
  EndReason,
  ItemPurpose,
  ConcernCode,
} from './codes.ts';

/** Facts of a case, version 1. Ids, codes and dates only; what is written about people lies in text revisions. */
export type IntakeEvent =
  | {
      readonly type: 'case-opened';
      readonly v: 1;
      readonly municipality: string;
      readonly id: string;
      readonly caseNumber: string;
      readonly on: IsoDate;
      readonly urgent: boolean;
      readonly intake: Intake;
      readonly persons: readonly NewPerson[];
      readonly leadAgency: AgencyCode;
      readonly membershipId: string | null;
    }
  | {
      readonly type: 'advice-recorded';
      readonly v: 1;
      readonly municipality: string;
      readonly id: string;
      readonly caseNumber: string;
      readonly on: IsoDate;
      readonly point: string;
      readonly askedBy: AgencyCode;
      readonly adviser: AgencyCode;
      readonly concern: ConcernCode;
      readonly adviceText: TextId;
    }
  | {
      readonly type: 'case-screened';
      readonly v: 1;
      readonly judgement: 'handOver' | 'keep';
      readonly on: IsoDate;
      readonly reasonText: TextId;
    }
  | { readonly type: 'urgency-marked'; readonly v: 1; readonly urgent: boolean }
  | { readonly type: 'person-in-charge-set'; readonly v: 1; readonly membershipId: string | null; readonly on: IsoDate }
  | {
      readonly type: 'agency-released';
      readonly v: 1;
      readonly agency: AgencyCode;
      readonly on: IsoDate;
      readonly reasonText: TextId;
    }
  | {
      readonly type: 'case-reopened';
      readonly v: 1;
      readonly on: IsoDate;
      readonly to: 'screening' | 'accepted' | 'assessment';
      readonly reasonText: TextId;
    };

export type HandoffEvent =
  | {
      readonly type: 'handoff-sent';
      readonly v: 1;
      readonly handoffId: string;
      readonly main: boolean;
      readonly purpose: 'takeOver' | 'join';
      readonly from: AgencyCode;
      readonly to: AgencyCode;
      readonly on: IsoDate;
      readonly messageText: TextId;
    }
  | {
      readonly type: 'handoff-accepted';
      readonly v: 1;
      readonly handoffId: string;
      readonly on: IsoDate;
      readonly membershipId: string | null;
      readonly answerText: TextId | null;
      readonly consented: boolean;
    }
  | {
      readonly type: 'handoff-declined';
      readonly v: 1;
      readonly handoffId: string;
      readonly on: IsoDate;
      readonly reason: DeclineReason;
      readonly suggestion: DeclineSuggestion;
      readonly answerText: TextId | null;
    }
  | {
      readonly type: 'handoff-advised';
      readonly v: 1;
      readonly handoffId: string;
      readonly on: IsoDate;
      readonly adviceText: TextId;
    }
  | {
      readonly type: 'handoff-withdrawn';
      readonly v: 1;
      readonly handoffId: string;
      readonly on: IsoDate;
      readonly reasonText: TextId;
    };

export type ConsentEvent =
  | { readonly type: 'consent-recorded'; readonly v: 1; readonly personId: string; readonly consent: Consent }
  | { readonly type: 'main-line-joined'; readonly v: 1; readonly personId: string; readonly on: IsoDate }
  | {
      readonly type: 'consent-withdrawn';
      readonly v: 1;
      readonly personId: string;
      readonly withdrawalId: string;
      readonly on: IsoDate;
      readonly all: boolean;
      /** Who may still be told. */
      readonly scopeLeft: readonly AgencyCode[];
      /** Whom to tell: those of the withdrawn ones who take part. */
      readonly agencies: readonly AgencyCode[];
      readonly reasonText: TextId | null;
      readonly frozenItems: readonly string[];
    }
  | { readonly type: 'withdrawal-told'; readonly v: 1; readonly withdrawalIds: readonly string[]; readonly on: IsoDate }
  | {
      readonly type: 'withdrawal-confirmed';
      readonly v: 1;
      readonly withdrawalId: string;
      readonly agency: AgencyCode;
      readonly on: IsoDate;
    }
  | {
      readonly type: 'support-meeting-allowed';
      readonly v: 1;
      readonly personId: string;
      readonly on: IsoDate;
      readonly reasonText: TextId;
    };

export type TrackEvent =
  | { readonly type: 'candidate-raised'; readonly v: 1; readonly on: IsoDate; readonly after: 'silence' | 'declines' }
  | { readonly type: 'candidate-confirmed'; readonly v: 1; readonly on: IsoDate }
  | { readonly type: 'candidate-dismissed'; readonly v: 1; readonly on: IsoDate; readonly reasonText: TextId }
  | { readonly type: 'pre-contact-recorded'; readonly v: 1; readonly on: IsoDate; readonly text: TextId }
  | {
      readonly type: 'contact-recorded';
      readonly v: 1;
      readonly contactId: string;
      readonly on: IsoDate;
      readonly method: ContactMethod;
      readonly result: ContactResult;
      readonly by: AgencyCode;
      readonly nextContactOn: IsoDate;
      readonly text: TextId;
    }
  | {
      readonly type: 'track-reviewed';
      readonly v: 1;
      readonly on: IsoDate;
      readonly nextReviewOn: IsoDate | null;
      readonly text: TextId;
    }
  | {
      readonly type: 'task-finished';
      readonly v: 1;
      readonly taskId: string;
      readonly outcome: 'done' | 'impossible';
      readonly on: IsoDate;
      readonly text: TextId | null;
    };

export type PlacementEvent =
  | {
      readonly type: 'placed-on-sitting';
      readonly v: 1;
      readonly itemId: string;
      readonly sittingId: string;
      readonly kind: MeetingKind;
      readonly legalBasis: string;
      readonly purpose: ItemPurpose;
      readonly personIds: readonly string[];
      readonly agencies: readonly AgencyCode[];
      readonly heldOn: IsoDate;
      readonly on: IsoDate;
    }
  | { readonly type: 'placement-moved'; readonly v: 1; readonly itemId: string; readonly heldOn: IsoDate }
  | { readonly type: 'placement-dropped'; readonly v: 1; readonly itemId: string }
  | {
      readonly type: 'disposition-taken';
      readonly v: 1;
      readonly itemId: string;
      readonly result: DispositionResult;
      readonly taskId: string;
      readonly ownerAgency: AgencyCode;
      readonly dueOn: IsoDate;
      readonly nextStepText: TextId;
      readonly on: IsoDate;
    }
  | {
      readonly type: 'plan-reviewed';
      readonly v: 1;
      readonly planId: string;
      readonly result: 'adequate' | 'conditional' | 'redo';
      readonly on: IsoDate;
      readonly conditionText: TextId | null;
    }
  | { readonly type: 'replan-begun'; readonly v: 1; readonly on: IsoDate }
  | { readonly type: 'support-continued'; readonly v: 1; readonly on: IsoDate; readonly nextEvaluationOn: IsoDate }
  | { readonly type: 'support-interrupted'; readonly v: 1; readonly on: IsoDate; readonly reviewOn: IsoDate }
  | {
      readonly type: 'support-ended';
      readonly v: 1;
      readonly on: IsoDate;
      readonly reason: EndReason;
      readonly leadAgencyAfter: AgencyCode;
      readonly followUps: readonly { readonly day: number; readonly dueOn: IsoDate }[];
    };

export type CaseEvent =
  IntakeEvent | HandoffEvent | ConsentEvent | TrackEvent | PlacementEvent | PlanEvent | SupportEvent;
