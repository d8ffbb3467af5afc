import type { IsoDate } from '#libs/calendar';
import { agency, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { firstOf, unlessEnded } from '../refusals.ts';

/** An agency's part in the case ends, while it owes nothing (R12) and is awaited on no item: it would be asked to a sitting without its part. */
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
  refusal: (state, said) =>
    firstOf(
      unlessEnded(state),
      said.agency === state.leadAgency && refuse('participant.is-lead'),
      !state.participants.some((one) => one.agency === said.agency && one.releasedOn === null) &&
        refuse('participant.not-there', { agency: said.agency }),
      state.handoffs.some((handoff) => handoff.state === 'awaiting' && handoff.from === said.agency) &&
        refuse('participant.handoff-unanswered'),
      sitsOnOpenItem(state, said.agency) && refuse('participant.on-open-item', { agency: said.agency }),
      owes(state, said.agency) && refuse('participant.still-owes', { agency: said.agency }),
    ),
  decide: (_state, { agency: released, reasonText }, ctx) => [
    { type: 'agency-released', v: 1, agency: released, on: ctx.today, reasonText },
  ],
});

const sitsOnOpenItem = ({ placements }: CaseState, code: AgencyCode): boolean =>
  placements.some(({ result, agencies }) => result === null && agencies.includes(code));

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
  fold: (state, released) => ({
    ...state,
    participants: state.participants.map((one) =>
      one.agency === released.agency && one.releasedOn === null ? { ...one, releasedOn: released.on } : one,
    ),
  }),
  raises: () => ['participants'],
  area: () => ({ kind: 'mainLine' }),
  tells: ['reasonText'],
  ...quiet,
});
