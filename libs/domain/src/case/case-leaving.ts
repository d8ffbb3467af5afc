import type { LeavingLists } from '../record/leaving.ts';
import type { CaseState, Handoff } from './case-state.ts';
import { seatOpens } from './placement/seats.ts';
import type { Placement } from './taking-part.ts';

/** What leaves a case, and what rules still count of it. The state of ten years is not larger than that of one. */
export const caseLeaving = {
  handoffs: {
    idOf: ({ id }) => id,
    isOver: ({ state }) => state !== 'awaiting',
    stays: 5,
    remembered: (state, { main, state: answer, expired }) =>
      main ? withPast(state, { mainHandoffs: [...state.past.mainHandoffs, { state: answer, expired }] }) : state,
    partOf: ({ id }) => `handoff/${id}`,
  },
  placements: {
    idOf: ({ itemId }) => itemId,
    isOver: ({ result }) => result !== null,
    stays: 3,
    remembered: (state, placement) => withPast(state, seatsWith(state, placement)),
  },
  meetingRequests: {
    idOf: ({ id }) => id,
    // One whose item is still to come may stand open again.
    isOver: ({ state, itemId }, { placements }) =>
      state !== 'open' && !placements.some((placed) => placed.itemId === itemId && placed.result === null),
    stays: 3,
    partOf: ({ id }) => `meeting-request/${id}`,
  },
  droppedPlacements: { idOf: ({ itemId }) => itemId, isOver: () => true, stays: 0 },
  contacts: { idOf: ({ id }) => id, isOver: () => true, stays: 0 },
  monitoringEntries: { idOf: ({ id }) => id, isOver: () => true, stays: 0 },
  tasks: {
    idOf: ({ id }) => id,
    isOver: ({ state }) => state !== 'open',
    stays: 5,
    partOf: ({ id }) => `task/${id}`,
  },
  sheets: {
    idOf: ({ round, agency }) => `${String(round)}/${agency}`,
    isOver: ({ round }, { assessments }) => round < assessments,
    stays: 0,
  },
  plans: {
    idOf: ({ id }) => id,
    isOver: ({ state }) => state === 'ended' || state === 'replaced',
    stays: 1,
    remembered: (state, { reviews }) => withPast(state, { planReviews: Math.max(state.past.planReviews, reviews) }),
  },
  withdrawals: {
    idOf: ({ id }) => id,
    isOver: ({ told, agencies, confirmed }) => told && confirmed.length >= agencies.length,
    stays: 3,
    remembered: (state) => withPast(state, { withdrawals: state.past.withdrawals + 1 }),
  },
  participants: {
    idOf: ({ agency, since }) => `${agency}/${since}`,
    isOver: ({ releasedOn }) => releasedOn !== null,
    stays: 0,
  },
} as const satisfies LeavingLists<CaseState>;

type Past = CaseState['past'];

const withPast = (state: CaseState, change: Partial<Past>): CaseState => ({
  ...state,
  past: { ...state.past, ...change },
});

/** Who sat on it with whom stays known: it is the ground on which they learnt of the person (R24). */
function seatsWith(state: CaseState, placement: Placement): Partial<Past> {
  const { past } = state;
  const { kind, purpose, result, personIds, legalBasis } = placement;
  const agencies = placement.agencies.filter((agency) => seatOpens(state, placement, agency) === 'result');
  if (kind === 'planMeeting')
    return {
      consulted: [...new Set([...past.consulted, ...agencies])],
      disposed: { ...past.disposed, [purpose]: (past.disposed[purpose] ?? 0) + 1 },
    };
  const seats = personIds.map((id) => {
    const before = past.seats[id]?.agencies ?? [];
    return [id, { legalBasis, agencies: [...new Set([...before, ...agencies])] }] as const;
  });
  return {
    seats: { ...past.seats, ...Object.fromEntries(seats) },
    onTrack: past.onTrack + 1,
    outreaches: past.outreaches + (result === 'outreach' ? 1 : 0),
  };
}

/** Every つなぎ of the main line, the oldest first, as far as rules look at it. */
export const mainHandoffs = (state: CaseState): readonly Pick<Handoff, 'state' | 'expired'>[] => [
  ...state.past.mainHandoffs,
  ...state.handoffs.filter(({ main }) => main),
];
