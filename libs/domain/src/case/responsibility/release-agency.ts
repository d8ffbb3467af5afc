import type { IsoDate } from '#libs/calendar';
import { agency, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import { toDesk } from '../../record/words.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import type { Seat } from '../taking-part.ts';
import { withoutSeat } from '../placement/leave-item.ts';
import { withSeatsEnded } from '../placement/seats.ts';
import { firstOf, unlessEnded } from '../refusals.ts';

/**
 * An agency's part in the case ends, while it owes nothing (R12). It is taken off the items that are still to be held; where it was called and
 * is awaited, it is told first.
 */
export const releaseAgency = command('release-agency', {
  part: 'participants',
  stands: ({ participants }) => ({
    agencies: participants.filter(({ releasedOn }) => releasedOn === null).map((one) => one.agency),
  }),
  fields: { agency: agency(), reasonText: text('release-reason', 4_000) },
  likely: (state) => {
    const other = state.participants.find((one) => one.releasedOn === null && one.agency !== state.leadAgency);
    return other ? { agency: other.agency } : refuse('participant.only-lead');
  },
  links: (state, { agency: who }, { municipality }) =>
    onOpenItems(state, who).map(({ sittingId, itemId }) => ({
      ref: { municipality, kind: 'sitting', id: sittingId },
      command: { type: 'take-off-item', itemId, agency: who },
    })),
  refusal: (state, said) =>
    firstOf(
      unlessEnded(state),
      said.agency === state.leadAgency && refuse('participant.is-lead'),
      !state.participants.some((one) => one.agency === said.agency && one.releasedOn === null) &&
        refuse('participant.not-there', { agency: said.agency }),
      state.handoffs.some((handoff) => handoff.state === 'awaiting' && handoff.from === said.agency) &&
        refuse('participant.handoff-unanswered'),
      onOpenItems(state, said.agency).some(({ seats }) => isAwaited(seats, said.agency)) &&
        refuse('participant.on-open-item', { agency: said.agency }),
      owes(state, said.agency) && refuse('participant.still-owes', { agency: said.agency }),
    ),
  decide: (_state, { agency: released, reasonText }, ctx) => [
    { type: 'agency-released', v: 1, agency: released, on: ctx.today, reasonText },
  ],
});

const onOpenItems = ({ placements }: CaseState, code: AgencyCode): CaseState['placements'] =>
  placements.filter(({ result, agencies }) => result === null && agencies.includes(code));

/** As the case knows it. Seats of 0.1.0 stand as `present` from the day they were placed: there the sitting knows, and refuses to let go. */
const isAwaited = (seats: readonly Seat[], code: AgencyCode): boolean =>
  seats.some(({ agency: who, standing }) => who === code && (standing === 'called' || standing === 'preparing'));

const owes = (state: CaseState, code: AgencyCode): boolean =>
  Object.values(state.obligations).some(
    ({ holder, kind }) => holder.agency === code && kind !== 'role-acknowledgement',
  );

interface AgencyReleased extends Fact<'agency-released', 1> {
  readonly agency: AgencyCode;
  readonly on: IsoDate;
  readonly reasonText: TextId;
}

export const agencyReleased = event<AgencyReleased>('agency-released', 1, {
  // What it learnt on earlier items is closed with its part (R24): a つなぎ afterwards opens only what it says.
  fold: (state, released) => ({
    ...withoutSeat(withSeatsEnded(state, released.on, released.agency), released.agency),
    participants: state.participants.map((one) =>
      one.agency === released.agency && one.releasedOn === null ? { ...one, releasedOn: released.on } : one,
    ),
  }),
  raises: () => ['participants'],
  area: () => ({ kind: 'mainLine' }),
  tells: ['reasonText'],
  ...quiet,
  // That its part is over, and that what it knew is not used any more; on the screen it finds the case no longer.
  notifies: ({ agency: released }) => [toDesk(released, 'agency-released')],
});
