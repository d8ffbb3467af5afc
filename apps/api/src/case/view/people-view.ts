import {
  placementRefusal,
  type CasePerson,
  type CaseState,
  type Consent,
  type Context,
  type MeetingKind,
} from '#libs/domain';
import type { PersonView } from '#libs/views';
import type { Refusals } from '../../problem/refusals.ts';
import type { MayGive } from '../../records/offer.ts';
import type { TextsRead } from '../../records/texts-read.ts';
import type { CaseReading } from './case-reading.ts';

interface PeopleFacts {
  readonly state: CaseState;
  readonly ctx: Context;
  readonly texts: TextsRead;
  readonly refusals: Refusals;
  readonly reading: CaseReading;
  readonly mayGive: MayGive;
}

/** 本人と世帯員, each with an own consent and what it allows; of who is not for this viewer, only that there is somebody. */
export const peopleView = (facts: PeopleFacts): readonly PersonView[] =>
  facts.state.persons.map((person) =>
    facts.reading.person(person.id)
      ? personView(person, facts)
      : facts.reading.knows(person.id)
        ? namedPerson(person, facts)
        : maskedPerson(person, facts),
  );

function personView(person: CasePerson, { state, ctx, texts, refusals, reading }: PeopleFacts): PersonView {
  const { consent, proposedConsent } = person;
  const mask = texts.mask(person.nameText);
  return {
    id: person.id,
    role: person.role,
    relation: person.relation,
    age: mask.masked ? null : ageOf(person, ctx),
    name: texts.of(person.nameText),
    // Whoever may not know of 支援会議での検討 does not learn either that somebody is not on it.
    track: person.track === 'main' || reading.onTrack ? person.track : null,
    consent: { ...saidOf(consent, texts), unconfirmedFor: consent.unconfirmedFor ?? null },
    proposedConsent: proposedConsent ? saidOf(proposedConsent, texts) : null,
    supportTrackReasonText: texts.of(person.supportTrackReasonText),
    meetings: {
      supportMeeting: placeable(state, person.id, 'supportMeeting', ctx, refusals),
      planMeeting: placeable(state, person.id, 'planMeeting', ctx, refusals),
    },
    ...mask,
  };
}

const saidOf = (
  { unconfirmedFor: _apart, representative, ...consent }: Consent,
  texts: TextsRead,
): NonNullable<PersonView['proposedConsent']> => ({
  ...consent,
  representative: representative && { ground: representative.ground, nameText: texts.of(representative.nameText) },
});

const ageOf = ({ birthYear }: CasePerson, { today }: Context): number | null =>
  birthYear === null ? null : Number(today.slice(0, 4)) - birthYear;

/** Of whom only a つなぎ told: who it is, and nothing else. */
const namedPerson = (person: CasePerson, facts: PeopleFacts): PersonView => ({
  ...maskedPerson(person, facts),
  relation: person.relation,
  age: ageOf(person, facts.ctx),
  name: facts.texts.of(person.nameText),
});

/** Whoever decides whether a 支援会議 may be held after a no has to know that there was one (R8), and nothing else. */
function maskedPerson({ id, role, consent }: CasePerson, { mayGive }: PeopleFacts): PersonView {
  const isDecider = mayGive('allow-support-meeting').allowed;
  return {
    id,
    role,
    relation: null,
    age: null,
    name: null,
    track: null,
    consent: {
      status: isDecider && (consent.status === 'refused' || consent.status === 'withdrawn') ? consent.status : null,
      on: null,
      method: null,
      agencies: [],
      purposes: [],
      itemClasses: [],
      takenBy: null,
      representative: null,
      reviewOn: null,
      unconfirmedFor: null,
    },
    proposedConsent: null,
    supportTrackReasonText: null,
    meetings: null,
    masked: true,
  };
}

type Placeable = NonNullable<PersonView['meetings']>[MeetingKind];

/** Asked of the very rule that decides about an item, for the one purpose that fits every stage. */
function placeable(state: CaseState, personId: string, kind: MeetingKind, ctx: Context, refusals: Refusals): Placeable {
  const refusal = placementRefusal(
    state,
    { kind, personIds: [personId], purpose: 'informationSharing', heldOn: ctx.today, agencies: [] },
    ctx,
  );
  return refusal
    ? { ok: false, code: refusal.code, detail: refusals.sentence(refusal) }
    : { ok: true, code: null, detail: null };
}
