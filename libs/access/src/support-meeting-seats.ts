import { seatOpens, type CaseState, type Placement } from '#libs/domain';
import type { Reader } from './reader.ts';

/**
 * The newest item of a 支援会議 on which the reader's seat with that person, when one is named, opens at least that much, as the 根拠規定 it
 * rests on; also one that has left the state.
 */
export function seatOnSupportMeeting(
  state: CaseState,
  { agency, membershipId }: Reader,
  personId: string | undefined,
  needed: 'preparation' | 'result',
): string | undefined {
  const opens = (placement: Placement): boolean => {
    const open = seatOpens(state, placement, agency, membershipId);
    return open === 'result' || open === needed;
  };
  const placed = state.placements.findLast(
    (one) =>
      one.kind === 'supportMeeting' && (personId === undefined || one.personIds.includes(personId)) && opens(one),
  );
  const left = Object.entries(state.past.seats).find(
    ([id, { agencies }]) => (personId === undefined || id === personId) && agencies.includes(agency),
  );
  return placed?.legalBasis ?? left?.[1].legalBasis;
}
