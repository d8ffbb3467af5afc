import type { IsoDate } from '#libs/calendar';
import type { Sharing } from '../../command/event.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState } from '../case-state.ts';
import type { Participant, Placement, Seat, SeatStanding } from '../taking-part.ts';

/** What a seat opens: nothing; what one needs to prepare the item; that and what came of it. */
export type SeatOpens = 'nothing' | 'preparation' | 'result';

const opensAt = {
  placed: 'nothing',
  called: 'nothing',
  preparing: 'preparation',
  absent: 'nothing',
  present: 'result',
  released: 'result',
  ended: 'nothing',
} as const satisfies Record<SeatStanding, SeatOpens>;

/**
 * What its seat on this item opens to the agency now; with a membership, to that one of its people: 守秘義務の確認 before the day is each
 * one's own (R35). Whoever does not come prepares only the アセスメントシート that is asked of it.
 */
export function seatOpens(
  state: Pick<CaseState, 'sheets' | 'assessments' | 'past'>,
  placement: Pick<Placement, 'seats' | 'kind' | 'heldOn' | 'result' | 'decidedAt'>,
  agency: AgencyCode,
  membershipId?: string,
): SeatOpens {
  if (hasEnded(state, placement, agency)) return 'nothing';
  const seat = placement.seats.find((one) => one.agency === agency);
  const standing = seat?.standing ?? 'placed';
  const opens = standing === 'absent' && isAskedForSheet(state, agency) ? 'preparation' : opensAt[standing];
  const awaited = membershipId !== undefined && seat?.acknowledgedBy?.includes(membershipId) === false;
  return opens === 'preparation' && awaited ? 'nothing' : opens;
}

/** All that the agency has of the case are seats that are to be prepared, and this one of its people has not acknowledged 守秘義務 yet. */
export function awaitsOwnAcknowledgement(state: CaseState, agency: AgencyCode, membershipId: string): boolean {
  const own = state.participants.filter((one) => one.agency === agency && one.releasedOn === null);
  const past = Object.values(state.past.seats).some(({ agencies }) => agencies.includes(agency));
  if (past || state.past.consulted.includes(agency)) return false;
  if (own.some((one) => !onlyByMeeting(one) || isAgreedTo(state, one))) return false;
  const open = state.placements.filter((one) => seatOpens(state, one, agency) !== 'nothing');
  return open.length > 0 && open.every((one) => seatOpens(state, one, agency, membershipId) === 'nothing');
}

/** What goes to these agencies when the item opens to them: everybody named on it, on the basis of the item (R5, R64). */
export const itemGoesTo = (
  { personIds, legalBasis }: Pick<Placement, 'personIds' | 'legalBasis'>,
  agencies: readonly AgencyCode[],
): readonly Sharing[] =>
  agencies.flatMap((toAgency) =>
    personIds.map((personId): Sharing => ({ personId, toAgency, what: 'agenda-item', basis: legalBasis })),
  );

/** Also of an item that has left the state, where its seats stand as they stood then. */
function hasEnded(
  { past: { seatsEnded = {}, seatsEndedAt = {} } }: Pick<CaseState, 'past'>,
  { kind, heldOn, result, decidedAt }: Pick<Placement, 'kind' | 'heldOn' | 'result' | 'decidedAt'>,
  agency: AgencyCode,
): boolean {
  const ends = kind === 'supportMeeting' ? ['*', agency] : [agency];
  if (result === null) return false;
  if (decidedAt !== undefined) return ends.some((one) => decidedAt <= (seatsEndedAt[one] ?? 0));
  return ends.some((one) => heldOn <= (seatsEnded[one] ?? ''));
}

const isAskedForSheet = (
  { sheets, assessments }: Pick<CaseState, 'sheets' | 'assessments'>,
  agency: AgencyCode,
): boolean => sheets.some((sheet) => sheet.agency === agency && sheet.state === 'asked' && sheet.round === assessments);

/** Nothing new is said of the seat. */
export const isSameSeat = (one: Seat, other: Seat): boolean =>
  one.standing === other.standing &&
  (one.acknowledgedBy ?? ['*']).join(' ') === (other.acknowledgedBy ?? ['*']).join(' ');

export const seatsAt = (agencies: readonly AgencyCode[], standing: SeatStanding): readonly Seat[] =>
  agencies.map((agency) => ({ agency, standing }));

/** The seats with these in place of the agencies' earlier ones. */
export const withSeats = (seats: readonly Seat[], changed: readonly Seat[]): readonly Seat[] =>
  seats.map((seat) => changed.find(({ agency }) => agency === seat.agency) ?? seat);

/** Whose seat on an item, of now or of earlier, opens something. */
const seated = (state: CaseState): ReadonlySet<AgencyCode> =>
  new Set([
    ...state.placements.flatMap((placement) =>
      placement.agencies.filter((agency) => seatOpens(state, placement, agency) !== 'nothing'),
    ),
    ...Object.values(state.past.seats).flatMap(({ agencies }) => agencies),
    ...state.past.consulted,
  ]);

/** Takes part by nothing but a meeting: no つなぎ told it of somebody. */
const onlyByMeeting = ({ basis, releasedOn, told = [] }: Participant): boolean =>
  basis === 'meeting' && releasedOn === null && told.length === 0;

/** Somebody has agreed to it: it goes on with those, whatever becomes of its seat. */
const isAgreedTo = ({ persons }: CaseState, { agency }: Participant): boolean =>
  persons.some(({ consent }) => consent.status === 'given' && consent.agencies.includes(agency));

/** Whoever sits on an item takes part from the day on which its seat opens; by a meeting alone until no seat opens anything. */
export function withSeatedTakingPart(state: CaseState, on: IsoDate): CaseState {
  const open = seated(state);
  const isThere = (agency: AgencyCode): boolean =>
    state.participants.some((one) => one.agency === agency && one.releasedOn === null);
  return {
    ...state,
    participants: [
      ...state.participants.flatMap((one) => {
        if (!onlyByMeeting(one) || isAgreedTo(state, one) || open.has(one.agency)) return [one];
        return one.since === on ? [] : [{ ...one, releasedOn: on }];
      }),
      ...[...open]
        .filter((agency) => !isThere(agency) && state.placements.some(({ agencies }) => agencies.includes(agency)))
        .map((agency) => ({ agency, since: on, basis: 'meeting' as const, releasedOn: null })),
    ],
  };
}

/** Events without their day: an agency that was only to sit on an item that is dropped takes no part, as if it was told nothing there. */
const withoutUnseated = (state: CaseState): CaseState => {
  const open = seated(state);
  return {
    ...state,
    participants: state.participants.filter((one) => !onlyByMeeting(one) || open.has(one.agency)),
  };
};

/**
 * An item is dropped or left: whoever was told there took part and does so no more from that day, or goes on with those who agreed to it, and
 * is told of their withdrawal (R7).
 */
export const afterItem = (state: CaseState, on: IsoDate | undefined): CaseState =>
  on === undefined ? withoutUnseated(state) : withSeatedTakingPart(state, on);

/** The seats on decided items end, those of 支援会議 for all, or all of one agency: what they opened closes (R24). */
export function withSeatsEnded(state: CaseState, on: IsoDate, only?: AgencyCode): CaseState {
  const { past } = state;
  const ends = (kind: Placement['kind'], agency: AgencyCode): boolean =>
    only === undefined ? kind === 'supportMeeting' : agency === only;
  return {
    ...state,
    placements: state.placements.map((placement) =>
      placement.result === null
        ? placement
        : {
            ...placement,
            seats: placement.seats.map((seat) =>
              ends(placement.kind, seat.agency) ? { ...seat, standing: 'ended' } : seat,
            ),
          },
    ),
    past: {
      ...past,
      seatsEnded: { ...past.seatsEnded, [only ?? '*']: on },
      seatsEndedAt: { ...past.seatsEndedAt, [only ?? '*']: state.seq + 1 },
      consulted: past.consulted.filter((agency) => !ends('planMeeting', agency)),
      seats: Object.fromEntries(
        Object.entries(past.seats).map(([id, seat]) => [
          id,
          { ...seat, agencies: seat.agencies.filter((agency) => !ends('supportMeeting', agency)) },
        ]),
      ),
    },
  };
}
