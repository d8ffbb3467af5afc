import type { IsoDate } from '#libs/calendar';
import type { AgencyCode, MeetingKind } from '../rules/municipality-rules.ts';
import type { DispositionResult, ItemPurpose } from './codes.ts';

/** An agency that takes part, and why. */
export interface Participant {
  readonly agency: AgencyCode;
  readonly since: IsoDate;
  readonly basis: 'recorder' | 'handoff' | 'meeting' | 'role';
  readonly releasedOn: IsoDate | null;
  /** Of whom a つなぎ that was accepted told it, on which 根拠規定. */
  readonly told?: readonly { readonly personId: string; readonly legalBasis: string; readonly sentAt: number }[];
}

/**
 * Where an agency's seat on an item stands, as the sitting said it last: `placed` on the agenda, nobody was told; `called`, 守秘義務の確認 is
 * missing; `preparing`; `absent`, it does not come or was not there; `present`; `released`, the 協議結果 was told to it afterwards; `ended`.
 */
export const seatStandings = ['placed', 'called', 'preparing', 'absent', 'present', 'released', 'ended'] as const;
export type SeatStanding = (typeof seatStandings)[number];

export interface Seat {
  readonly agency: AgencyCode;
  readonly standing: SeatStanding;
  /** Memberships that have acknowledged 守秘義務, where each does so before preparing; without, the whole agency may prepare. */
  readonly acknowledgedBy?: readonly string[] | null | undefined;
}

/** An agenda item of a sitting on which this case stands. */
export interface Placement {
  readonly itemId: string;
  readonly sittingId: string;
  readonly kind: MeetingKind;
  readonly purpose: ItemPurpose;
  readonly legalBasis: string;
  readonly personIds: readonly string[];
  /** Who sits on the item: what is said there stays among them. */
  readonly agencies: readonly AgencyCode[];
  /** The same, each with what the sitting said of it: being named on an item opens nothing yet. */
  readonly seats: readonly Seat[];
  readonly heldOn: IsoDate;
  /** Which agencies on the item whose consent was taken back; the item thaws only when it holds for them again. */
  readonly withdrawn: readonly { readonly personId: string; readonly agency: AgencyCode }[];
  /** Withdrawal of consent froze it. */
  readonly frozen: boolean;
  readonly result: DispositionResult | null;
  /** Number of the event that decided it; items that left the state before it was kept have none. */
  readonly decidedAt?: number;
}
