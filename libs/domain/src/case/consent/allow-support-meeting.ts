import type { IsoDate } from '#libs/calendar';
import { ref, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import { byDeputy } from '../../record/decider.ts';
import type { CasePerson, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { firstOf, unlessEnded } from '../refusals.ts';
import { personOf, unlessPerson, withPerson, consentNow } from './person-of.ts';

const saidNo = (person: CasePerson | undefined): boolean =>
  person?.consent.status === 'refused' || person?.consent.status === 'withdrawn';

/** A manager's recorded reason, or the deputy's in the manager's place, to look at a person on a 支援会議 after a refusal (R8). */
export const allowSupportMeeting = command('allow-support-meeting', {
  part: ({ personId }) => `consent/${personId}`,
  stands: consentNow,
  fields: { personId: ref(), reasonText: text('support-meeting-reason', 4_000) },
  likely: (state) => {
    const refused = state.persons.find(saidNo);
    return refused ? { personId: refused.id } : refuse('support-meeting.reason-not-needed');
  },
  refusal: (state, { personId }) =>
    firstOf(
      unlessEnded(state),
      unlessPerson(state, personId),
      !saidNo(personOf(state, personId)) && refuse('support-meeting.reason-not-needed'),
    ),
  decide: (_state, { personId, reasonText }, ctx) => [
    { type: 'support-meeting-allowed', v: 1, personId, on: ctx.today, reasonText, ...byDeputy(ctx.actor) },
  ],
});

interface SupportMeetingAllowed extends Fact<'support-meeting-allowed', 1> {
  readonly personId: string;
  readonly on: IsoDate;
  readonly reasonText: TextId;
  /** Only where a deputy recorded it. */
  readonly decider?: 'deputy';
}

export const supportMeetingAllowed = event<SupportMeetingAllowed>('support-meeting-allowed', 1, {
  fold: (state, { personId, reasonText }) => ({
    ...state,
    persons: withPerson(state, personId, (person) => ({ ...person, supportTrackReasonText: reasonText })),
  }),
  raises: ({ personId }) => [`consent/${personId}`],
  area: ({ personId }) => ({ kind: 'personOnTrack', personId }),
  tells: ['reasonText'],
  ...quiet,
});
