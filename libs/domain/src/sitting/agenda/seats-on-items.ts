import type { RecordRef } from '#libs/contracts';
import { isSameSeat } from '../../case/placement/seats.ts';
import type { Seat, SeatStanding } from '../../case/taking-part.ts';
import type { LinkedCommand } from '../../record/definition.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { AgendaItem, SittingState } from '../sitting-state.ts';

/** What of an item a seat on it follows from. */
export type SeatedItem = Pick<AgendaItem, 'id' | 'caseId' | 'agencies' | 'kind' | 'releasedTo'>;
type Standing = Pick<
  SittingState,
  'stage' | 'invitations' | 'convener' | 'acknowledged' | 'acknowledgedBy' | 'attendance'
>;

/**
 * Where an agency's seat on an item stands: on the agenda nobody was told; the call that was sent asks for 守秘義務の確認 where the item rests on
 * 社会福祉法106条の6 (R35); 欠席 ends it; the record of the day says who was there. Whoever convenes is called with the others.
 */
export function standingOn(
  { invitations, convener, acknowledged, attendance, stage }: Standing,
  { kind, releasedTo = [] }: Pick<AgendaItem, 'kind' | 'releasedTo'>,
  agency: AgencyCode,
): SeatStanding {
  if (attendance)
    return attendance.present.includes(agency) ? 'present' : releasedTo.includes(agency) ? 'released' : 'absent';
  const invitation = invitations.find((one) => one.agency === agency);
  const isCalled = invitation ? invitation.sent : stage === 'called' && convener === agency;
  if (!isCalled) return 'placed';
  if (invitation?.reply === 'absent') return 'absent';
  return kind === 'planMeeting' || acknowledged.includes(agency) ? 'preparing' : 'called';
}

/** The seat with who of the agency has acknowledged 守秘義務, where that is asked of each before the day. */
export function seatOn(state: Standing, item: Pick<AgendaItem, 'kind' | 'releasedTo'>, agency: AgencyCode): Seat {
  const standing = standingOn(state, item, agency);
  if (item.kind === 'planMeeting' || (standing !== 'preparing' && standing !== 'absent')) return { agency, standing };
  const acknowledgedBy = state.acknowledged.includes(agency) ? state.acknowledgedBy?.[agency] : [];
  return acknowledgedBy === undefined ? { agency, standing } : { agency, standing, acknowledgedBy };
}

/** What the cases are told of the seats on their items that stand otherwise after a command than before it. */
export const seatsAfter = (
  before: SittingState,
  after: Standing & { readonly items: readonly SeatedItem[] },
  { municipality }: RecordRef,
): readonly LinkedCommand[] =>
  after.items.flatMap((item): readonly LinkedCommand[] => {
    const known = before.items.find(({ id }) => id === item.id);
    const seats = item.agencies
      .map((agency) => seatOn(after, item, agency))
      .filter((seat) => !isSameSeat(seat, known ? seatOn(before, known, seat.agency) : placed(seat.agency)));
    return seats.length === 0
      ? []
      : [
          {
            ref: { municipality, kind: 'support-case', id: item.caseId },
            command: { type: 'change-seats', itemId: item.id, seats },
          },
        ];
  });

const placed = (agency: AgencyCode): Seat => ({ agency, standing: 'placed' });
