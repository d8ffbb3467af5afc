import type { IsoDate } from '#libs/calendar';
import type { Sharing } from '../command/event.ts';
import type { AgencyCode, MunicipalityRules } from '../rules/municipality-rules.ts';
import type { CasePerson, CaseState, Consent } from './case-state.ts';
import type { ConsentPurpose } from './codes.ts';

/** Does the person's consent hold on that day? Judged per person and day (R2, R3). */
export const consentHolds = (
  { consent }: { readonly consent: Pick<Consent, 'status' | 'on' | 'reviewOn'> },
  on: IsoDate,
): boolean =>
  consent.status === 'given' &&
  consent.on !== null &&
  consent.on <= on &&
  (consent.reviewOn === null || on <= consent.reviewOn);

/** … and for that purpose (R2). */
export const consentHoldsFor = (
  person: { readonly consent: Pick<Consent, 'status' | 'on' | 'reviewOn' | 'purposes'> },
  on: IsoDate,
  purpose: ConsentPurpose,
): boolean => consentHolds(person, on) && person.consent.purposes.includes(purpose);

export const consentedPersons = (state: CaseState, on: IsoDate): readonly CasePerson[] =>
  state.persons.filter((person) => consentHolds(person, on));

/** Those who agreed that a plan is made for them. */
export const consentedToPlan = (state: CaseState, on: IsoDate): readonly CasePerson[] =>
  state.persons.filter((person) => consentHoldsFor(person, on, 'planMaking'));

/** Agencies with whom this person's matters may be shared: the consented ones, the lead agency and the office that runs the programme. */
export function mayShare(state: CaseState, person: CasePerson, agency: AgencyCode, rules: MunicipalityRules): boolean {
  return (
    agency === state.leadAgency ||
    agency === rules.coordinatingBody ||
    agency === rules.competentSection ||
    (person.consent.status === 'given' && person.consent.agencies.includes(agency))
  );
}

/** The first agency that lies outside the consent of one of these persons. */
export const outsideScope = (
  state: CaseState,
  personIds: readonly string[],
  agencies: readonly AgencyCode[],
  rules: MunicipalityRules,
): AgencyCode | undefined =>
  agencies.find((agency) =>
    state.persons.some((person) => personIds.includes(person.id) && !mayShare(state, person, agency, rules)),
  );

/** Agencies that take part now. */
export const activeAgencies = (state: CaseState): readonly AgencyCode[] => [
  ...new Set(state.participants.filter(({ releasedOn }) => releasedOn === null).map(({ agency }) => agency)),
];

/** 支援会議での検討 runs. */
export const trackIsLive = (state: CaseState): boolean =>
  state.track.state === 'reviewing' || state.track.state === 'outreach';

/** What goes to these agencies on the consent of those who are on the main stages. */
export const sharedByConsent = (
  state: CaseState,
  agencies: readonly AgencyCode[],
  what: Sharing['what'],
): readonly Sharing[] =>
  agencies.flatMap((toAgency) =>
    state.persons
      .filter(({ track }) => track === 'main')
      .map(({ id }): Sharing => ({ personId: id, toAgency, what, basis: 'consent' })),
  );
