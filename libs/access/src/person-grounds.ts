import type { IsoDate } from '#libs/calendar';
import { consentOpens, saidNoTo, type AgencyCode, type CasePerson, type CaseState } from '#libs/domain';
import type { Basis } from './question.ts';
import type { Reader } from './reader.ts';
import type { Subject } from './record-grounds.ts';
import { seatOnSupportMeeting } from './support-meeting-seats.ts';

/** A ground with its name in the ledger of disclosures (R64): `consent`, or the code of the basis in the municipality's catalogue. */
interface PersonGround {
  readonly basis: Basis;
  readonly code: string;
}

/**
 * Every ground on which a reader of an agency learns of one person of a case: the person's consent on `today`; its seat with the person on
 * an item of a 支援会議, as far as it is open; a つなぎ that named the person and states its basis; its own record. That it leads the case is none of them.
 */
export function groundsOfPerson(
  state: CaseState,
  reader: Reader,
  person: CasePerson,
  today: IsoDate | undefined,
  scope: ConsentScope = {},
): readonly PersonGround[] {
  const { agency } = reader;
  const seat = seatOnSupportMeeting(state, reader, person.id, 'preparation');
  const handed = handedOver(state, agency, person);
  return [
    ...(isOwnRecord(state, agency) ? [{ basis: 'ownRecord', code: 'ownRecord' } as const] : []),
    ...(consentCovers(person, agency, today, scope) ? [{ basis: 'consent', code: 'consent' } as const] : []),
    ...(seat === undefined ? [] : [{ basis: 'supportMeeting106_6', code: seat } as const]),
    ...(handed === undefined ? [] : [{ basis: 'handoff', code: handed } as const]),
  ];
}

/** What is read, and for what. */
export type ConsentScope = Pick<Subject, 'itemClasses' | 'consentPurpose'>;

/** Does the person's consent hold on that day, for that agency, for what is read and for what it is read (R2)? */
export const consentCovers = (
  person: CasePerson,
  agency: AgencyCode,
  today: IsoDate | undefined,
  { itemClasses = [], consentPurpose }: ConsentScope,
): boolean =>
  today !== undefined &&
  consentOpens(person, agency, today) &&
  itemClasses.every((one) => person.consent.itemClasses.includes(one)) &&
  (consentPurpose === undefined || person.consent.purposes.includes(consentPurpose));

/** The agency wrote the case down. Whoever takes over what another has written has no record of its own. */
export const isOwnRecord = ({ participants }: CaseState, agency: AgencyCode): boolean =>
  participants.some((one) => one.agency === agency && one.basis === 'recorder' && one.releasedOn === null);

/** The basis of the つなぎ that told the agency of the person: while it awaits the answer, and as long as the agency takes part by it; a no ends it. */
function handedOver(state: CaseState, agency: AgencyCode, person: CasePerson): string | undefined {
  const since = saidNoTo(person, agency);
  const awaiting = state.handoffs.findLast(
    ({ to, state: answer, personIds, legalBasis, sentAt }) =>
      answer === 'awaiting' && to === agency && legalBasis !== null && personIds.includes(person.id) && sentAt > since,
  );
  const told = state.participants
    .filter((one) => one.agency === agency && one.releasedOn === null)
    .flatMap(({ told: persons = [] }) => persons)
    .findLast((one) => one.personId === person.id && one.sentAt > since);
  return awaiting?.legalBasis ?? told?.legalBasis;
}
