import type { CaseState, Refusal, RefusalCode } from '#libs/domain';
import type { CaseReading } from './case-reading.ts';

/** What of a case a refusal tells beside what every page of it shows. */
type Told = 'consent' | 'items' | 'requests' | 'track' | 'participants';

/** Codes that tell of an area with grounds of its own; every other one says nothing that the page of the case does not show. */
const tellsOf: Readonly<Partial<Record<RefusalCode, Told>>> = {
  'consent.confirmed-by-another': 'consent',
  'consent.not-given': 'consent',
  'consent.not-in-scope': 'consent',
  'consent.nothing-to-confirm': 'consent',
  'consent.out-of-scope': 'consent',
  'consent.purpose-missing': 'consent',
  'consent.required': 'consent',
  'consent.withdraw-first': 'consent',
  'plan.consent-missing': 'consent',
  'support-meeting.reason-not-needed': 'consent',
  'support-meeting.reason-required': 'consent',
  'item.already-placed': 'items',
  'closure.meeting-requested': 'requests',
  'meeting-request.already-open': 'requests',
  'candidate.none': 'track',
  'closure.track-live': 'track',
  'outreach.not-decided': 'track',
  'outreach.pre-contact-done': 'track',
  'outreach.pre-contact-first': 'track',
  'track.item-open': 'track',
  'track.not-live': 'track',
  'participant.handoff-unanswered': 'participants',
  'participant.not-there': 'participants',
  'participant.on-open-item': 'participants',
  'participant.only-lead': 'participants',
  'participant.still-owes': 'participants',
};

/** By these fields a command says whom it is about. */
interface NamesPersons {
  readonly personId?: string;
  readonly personIds?: readonly string[] | null;
}

/** The refusal as this viewer may know it: one that tells of what the page hides says that it may not be told, whatever it was. */
export const toldRefusal = (
  reading: CaseReading,
  state: CaseState,
  refusal: Refusal,
  command: object = {},
): Refusal => {
  const told = tellsOf[refusal.code];
  return told === undefined || isOpen[told](reading, state, personsOf(state, command))
    ? refusal
    : { code: 'reason.not-told' };
};

const personsOf = ({ persons }: CaseState, command: object): readonly string[] => {
  const { personId, personIds } = command as NamesPersons;
  if (personId !== undefined) return [personId];
  return personIds ?? persons.map(({ id }) => id);
};

/** The readings by which the page and a 409's `current` show the same. */
const isOpen: Readonly<Record<Told, (reading: CaseReading, state: CaseState, persons: readonly string[]) => boolean>> =
  {
    consent: (reading, _state, persons) => persons.every((personId) => reading.person(personId)),
    items: (reading, { placements }) =>
      placements.every(({ itemId, result }) => result !== null || (reading.seesItem(itemId) && reading.item(itemId))),
    requests: (reading, { meetingRequests }) =>
      meetingRequests.every(({ id, state }) => state !== 'open' || reading.seesRequest(id)),
    track: (reading) => reading.onTrack,
    participants: (reading, { participants }) => participants.every((one) => reading.seesParticipant(one)),
  };
