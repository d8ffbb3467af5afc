import type { IsoDate } from '#libs/calendar';
import type { SittingSystemCommand } from '#libs/contracts';
import type { DispositionResult, EndReason, ItemPurpose } from '../case/codes.ts';
import type { TextId } from '../case/case-state.ts';
import type { AgencyCode, BodyCode } from '../rules/municipality-rules.ts';
import type { RecordCommand } from '../record/record-events.ts';
import type { ReplyKind } from './sitting-state.ts';

export interface NewItem {
  readonly itemId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly purpose: ItemPurpose;
  readonly personIds: readonly string[];
  readonly agencies: readonly AgencyCode[];
}

export type SittingUserCommand =
  /** Opens a sitting, with its first item when a case is put on it in the same action. */
  | {
      readonly type: 'open-sitting';
      readonly body: BodyCode;
      readonly ordinal: number;
      readonly heldOn: IsoDate;
      readonly startsAt: string;
      readonly endsAt: string;
      readonly placeText: TextId;
      readonly item: NewItem | null;
    }
  | { readonly type: 'add-item'; readonly item: NewItem }
  | { readonly type: 'remove-item'; readonly itemId: string }
  /** Decides who is invited and sends the notices; less notice than the body's needs a reason. */
  | {
      readonly type: 'call-sitting';
      readonly invitees: readonly { readonly invitationId: string; readonly agency: AgencyCode }[];
      readonly urgentReasonText: TextId | null;
    }
  | { readonly type: 'add-invitee'; readonly invitationId: string; readonly agency: AgencyCode }
  | {
      readonly type: 'answer-invitation';
      readonly invitationId: string;
      readonly reply: ReplyKind;
      readonly proxyText: TextId | null;
      readonly via: 'link' | 'office';
    }
  | {
      readonly type: 'move-sitting';
      readonly heldOn: IsoDate;
      readonly startsAt: string;
      readonly endsAt: string;
      readonly placeText: TextId;
    }
  | {
      readonly type: 'hold-sitting';
      readonly present: readonly AgencyCode[];
      readonly acknowledgement: 'readAloud' | 'signed';
      readonly chair: 'manager' | 'deputy';
    }
  | {
      readonly type: 'give-disposition';
      readonly itemId: string;
      readonly result: DispositionResult;
      readonly taskId: string;
      readonly ownerAgency: AgencyCode;
      readonly dueOn: IsoDate;
      readonly nextStepText: TextId;
      readonly endReason: EndReason | null;
      readonly leadAgencyAfter: AgencyCode | null;
    }
  | { readonly type: 'cancel-sitting'; readonly reasonText: TextId };

/** Given to a sitting by a case, in the case's transaction: a withdrawal of consent freezes the item, a new consent frees it (`frozen: false`). */
export type SittingLinkedCommand = { readonly type: 'freeze-item'; readonly itemId: string; readonly frozen?: boolean };

export type SittingCommand = SittingUserCommand | SittingLinkedCommand | SittingSystemCommand;
export type AnySittingCommand = SittingCommand | RecordCommand;
