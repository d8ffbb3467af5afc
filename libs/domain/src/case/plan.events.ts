import type { IsoDate } from '#libs/calendar';
import type { AgencyCode } from '../rules/municipality-rules.ts';
import type { Evaluation, PlanGoal, TextId } from './case-state.ts';
import type { ConsentMethod, ContactMethod } from './codes.ts';

/** Facts of assessment, plan, decision and support, version 1. */
export type PlanEvent =
  | { readonly type: 'sheets-asked'; readonly v: 1; readonly on: IsoDate; readonly agencies: readonly AgencyCode[] }
  | {
      readonly type: 'sheet-received';
      readonly v: 1;
      readonly agency: AgencyCode;
      readonly on: IsoDate;
      readonly text: TextId;
    }
  | { readonly type: 'planning-begun'; readonly v: 1; readonly on: IsoDate; readonly missing: readonly AgencyCode[] }
  | {
      readonly type: 'plan-drafted';
      readonly v: 1;
      readonly planId: string;
      readonly owner: AgencyCode;
      readonly startsOn: IsoDate;
      readonly endsOn: IsoDate;
      readonly directionText: TextId;
      readonly goals: readonly Omit<PlanGoal, 'outcome'>[];
      readonly roles: readonly { readonly agency: AgencyCode; readonly text: TextId }[];
      readonly personIds: readonly string[];
    }
  | {
      readonly type: 'plan-explained';
      readonly v: 1;
      readonly planId: string;
      readonly explainedOn: IsoDate;
      readonly appliedOn: IsoDate;
      readonly appliedBy: ConsentMethod;
    }
  | { readonly type: 'review-asked'; readonly v: 1; readonly on: IsoDate }
  | { readonly type: 'approval-asked'; readonly v: 1; readonly on: IsoDate }
  | {
      readonly type: 'approval-drafted';
      readonly v: 1;
      readonly planId: string;
      readonly draftedOn: IsoDate;
      readonly documentNumber: string;
    }
  | {
      readonly type: 'support-decided';
      readonly v: 1;
      readonly planId: string;
      readonly decidedOn: IsoDate;
      readonly decider: 'manager' | 'deputy';
      readonly membershipId: string;
      readonly nextMonitoringOn: IsoDate;
      readonly nextEvaluationOn: IsoDate;
    };

export type SupportEvent =
  | { readonly type: 'roles-told'; readonly v: 1; readonly on: IsoDate }
  | { readonly type: 'role-acknowledged'; readonly v: 1; readonly agency: AgencyCode; readonly on: IsoDate }
  | { readonly type: 'monitoring-asked'; readonly v: 1; readonly on: IsoDate }
  | {
      readonly type: 'monitoring-recorded';
      readonly v: 1;
      readonly entryId: string;
      readonly on: IsoDate;
      readonly method: ContactMethod;
      readonly by: AgencyCode;
      readonly text: TextId;
      readonly nextOn: IsoDate;
    }
  | { readonly type: 'evaluation-begun'; readonly v: 1; readonly on: IsoDate }
  | { readonly type: 'evaluation-recorded'; readonly v: 1; readonly evaluation: Evaluation }
  | {
      readonly type: 'support-resumed';
      readonly v: 1;
      readonly on: IsoDate;
      readonly nextMonitoringOn: IsoDate;
      readonly nextEvaluationOn: IsoDate;
    }
  | {
      readonly type: 'follow-up-recorded';
      readonly v: 1;
      readonly day: number;
      readonly on: IsoDate;
      readonly leadAgencyOk: boolean;
      readonly text: TextId;
    }
  | { readonly type: 'case-closed'; readonly v: 1; readonly on: IsoDate };
