import type { IsoDate } from '#libs/calendar';
import type { TextId } from '../case/case-state.ts';
import type { DispositionResult } from '../case/codes.ts';
import type { AgencyCode, BodyCode, MeetingKind } from '../rules/municipality-rules.ts';
import type { AgendaItem, ReplyKind } from './sitting-state.ts';

/** Facts of a sitting, version 1. */
export type SittingEvent =
  | {
      readonly type: 'sitting-opened';
      readonly v: 1;
      readonly municipality: string;
      readonly id: string;
      readonly body: BodyCode;
      readonly kind: MeetingKind;
      readonly ordinal: number;
      readonly on: IsoDate;
      readonly heldOn: IsoDate;
      readonly startsAt: string;
      readonly endsAt: string;
      readonly placeText: TextId;
    }
  | { readonly type: 'item-added'; readonly v: 1; readonly item: AgendaItem }
  | { readonly type: 'item-removed'; readonly v: 1; readonly itemId: string }
  /** `frozen: false`: free again. */
  | { readonly type: 'item-frozen'; readonly v: 1; readonly itemId: string; readonly frozen?: boolean }
  | {
      readonly type: 'sitting-called';
      readonly v: 1;
      readonly on: IsoDate;
      readonly replyDueOn: IsoDate;
      readonly urgentReasonText: TextId | null;
      readonly invitations: readonly { readonly id: string; readonly agency: AgencyCode; readonly required: boolean }[];
    }
  | {
      readonly type: 'invitee-added';
      readonly v: 1;
      readonly invitation: { readonly id: string; readonly agency: AgencyCode; readonly required: boolean };
    }
  | {
      readonly type: 'invitations-sent';
      readonly v: 1;
      readonly on: IsoDate;
      readonly invitationIds: readonly string[];
      readonly toPhone: readonly string[];
    }
  | {
      readonly type: 'invitation-answered';
      readonly v: 1;
      readonly invitationId: string;
      readonly reply: ReplyKind;
      readonly proxyText: TextId | null;
      readonly via: 'link' | 'office';
      readonly atMs: number;
      readonly late: boolean;
    }
  | {
      readonly type: 'phone-tasks-opened';
      readonly v: 1;
      readonly on: IsoDate;
      readonly invitationIds: readonly string[];
    }
  | { readonly type: 'required-absence-told'; readonly v: 1; readonly on: IsoDate }
  | {
      readonly type: 'sitting-moved';
      readonly v: 1;
      readonly on: IsoDate;
      readonly heldOn: IsoDate;
      readonly startsAt: string;
      readonly endsAt: string;
      readonly placeText: TextId;
      readonly replyDueOn: IsoDate | null;
      readonly toPhone: readonly string[];
    }
  | {
      readonly type: 'sitting-held';
      readonly v: 1;
      readonly on: IsoDate;
      readonly present: readonly AgencyCode[];
      readonly acknowledgement: 'readAloud' | 'signed';
      readonly textVersion: string;
      readonly chair: 'manager' | 'deputy';
    }
  | {
      readonly type: 'disposition-given';
      readonly v: 1;
      readonly itemId: string;
      readonly result: DispositionResult;
      readonly ownerAgency: AgencyCode;
      readonly dueOn: IsoDate;
      readonly nextStepText: TextId;
      readonly on: IsoDate;
    }
  | { readonly type: 'sitting-closed'; readonly v: 1; readonly on: IsoDate }
  | { readonly type: 'sitting-cancelled'; readonly v: 1; readonly on: IsoDate; readonly reasonText: TextId };
