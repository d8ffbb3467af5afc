import { mainHandoffs } from '../case/case-leaving.ts';
import type { CaseState } from '../case/case-state.ts';
import { itemPurposes } from '../case/codes.ts';

/** As if nothing had ever left. */
export const nothingPast: CaseState['past'] = {
  mainHandoffs: [],
  seats: {},
  consulted: [],
  disposed: {},
  onTrack: 0,
  outreaches: 0,
  planReviews: 0,
  withdrawals: 0,
};

const whoWasThere = ({ seats }: CaseState['placements'][number]): readonly string[] =>
  seats.filter(({ standing }) => standing === 'present' || standing === 'released').map(({ agency }) => agency);

/** What rules count of a case, of what stands in it and of what has left. */
export function countedIn(state: CaseState): object {
  const { past, placements, plans, withdrawals } = state;
  const decided = placements.filter(({ result }) => result !== null);
  return {
    main: mainHandoffs(state).map(({ state: answer, expired }) => ({ answer, expired })),
    track: past.onTrack + decided.filter(({ kind }) => kind === 'supportMeeting').length,
    outreaches: past.outreaches + decided.filter(({ result }) => result === 'outreach').length,
    disposed: itemPurposes.map(
      (of) =>
        (past.disposed[of] ?? 0) +
        decided.filter(({ kind, purpose }) => kind === 'planMeeting' && purpose === of).length,
    ),
    reviews: plans.reduce((most, { reviews }) => Math.max(most, reviews), past.planReviews),
    withdrawals: past.withdrawals + withdrawals.length,
    consulted: [
      ...new Set([
        ...past.consulted,
        ...decided.flatMap((one) => (one.kind === 'planMeeting' ? whoWasThere(one) : [])),
      ]),
    ].toSorted(),
    seats: state.persons.map(({ id }) =>
      [
        ...new Set([
          ...(past.seats[id]?.agencies ?? []),
          ...decided.flatMap((one) =>
            one.kind === 'supportMeeting' && one.personIds.includes(id) ? whoWasThere(one) : [],
          ),
        ]),
      ].toSorted(),
    ),
  };
}
