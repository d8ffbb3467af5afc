import type { IsoDate } from '#libs/calendar';
import {
  consentHolds,
  type AgencyCode,
  type CasePerson,
  type CaseState,
  type MunicipalityRules,
  type SittingState,
} from '#libs/domain';
import type { Asker, Basis } from './question.ts';
import type { AccessRecord, Subject } from './relations-of.ts';

/**
 * Every ground on which the asker's agency learns of the record, never empty. With a person as subject, the grounds for that person alone
 * (R2); with an agenda item, those for that item alone (R24). Consent counts on `today` only: not before its day, not after its review.
 */
export function basesOf(
  record: AccessRecord,
  asker: Asker,
  rules: MunicipalityRules,
  subject: Subject = {},
  today?: IsoDate,
): readonly Basis[] {
  if (asker.kind === 'workflow' || asker.kind === 'clock' || asker.kind === 'anonymous') return ['none'];
  const { agency } = asker;
  const office = asker.kind === 'person' && (agency === rules.competentSection || agency === rules.coordinatingBody);
  const found: readonly Basis[] = [
    ...(record.state
      ? record.kind === 'sitting'
        ? ofSitting(record.state, subject)
        : ofCase(record.state, agency, subject, today)
      : []),
    ...(office ? (['office'] as const) : []),
  ];
  return found.length > 0 ? found : ['none'];
}

/**
 * A sitting with one item of 106条の6 is a 支援会議 as a whole: the stricter ground counts. An item has its own (R5); one that a withdrawal
 * froze rests on consent no more (R7).
 */
function ofSitting(state: SittingState, { itemId }: Subject): readonly Basis[] {
  if (itemId !== undefined)
    return state.items.filter(({ id }) => id === itemId).flatMap(({ kind, frozen }) => basesOfKind(kind, frozen));
  const supports = state.kind === 'supportMeeting' || state.items.some(({ kind }) => kind === 'supportMeeting');
  return [supports ? 'supportMeeting106_6' : 'consent'];
}

function basesOfKind(kind: SittingState['kind'], frozen: boolean): readonly Basis[] {
  if (kind === 'supportMeeting') return ['supportMeeting106_6'];
  return frozen ? [] : ['consent'];
}

function ofCase(
  state: CaseState,
  agency: AgencyCode,
  { personId, itemId, writtenBy }: Subject,
  today: IsoDate | undefined,
): readonly Basis[] {
  const isOwn =
    itemId === undefined && writtenBy === undefined
      ? isOwnRecord(state, agency)
      : state.leadAgency === agency || writtenBy === agency;
  const own = isOwn ? (['ownRecord'] as const) : [];
  if (itemId !== undefined) return [...ofItem(state, agency, itemId, today), ...own];
  const persons = personId === undefined ? state.persons : state.persons.filter(({ id }) => id === personId);
  return [
    ...(persons.some((person) => consentCovers(person, agency, today)) ? (['consent'] as const) : []),
    ...(onSupportMeetingItem(state, agency, personId) ? (['supportMeeting106_6'] as const) : []),
    ...own,
  ];
}

const consentCovers = (person: CasePerson, agency: AgencyCode, today: IsoDate | undefined): boolean =>
  today !== undefined && consentHolds(person, today) && person.consent.agencies.includes(agency);

/** The agency wrote it down itself or carries the case. */
const isOwnRecord = (state: CaseState, agency: AgencyCode): boolean =>
  state.leadAgency === agency ||
  state.participants.some((one) => one.agency === agency && one.basis === 'recorder' && one.releasedOn === null);

/** The agency sat on an item of a 支援会議 of this case, with that person when one is named. */
const onSupportMeetingItem = (state: CaseState, agency: AgencyCode, personId: string | undefined): boolean =>
  state.placements.some(
    ({ kind, personIds, agencies }) =>
      kind === 'supportMeeting' &&
      agencies.includes(agency) &&
      (personId === undefined || personIds.includes(personId)),
  );

/** The agency sat on this very item: of a 支援会議, or of a meeting by the consent of everybody named on it, which must still hold. */
function ofItem(state: CaseState, agency: AgencyCode, itemId: string, today: IsoDate | undefined): readonly Basis[] {
  const item = state.placements.find((one) => one.itemId === itemId);
  if (item?.agencies.includes(agency) !== true) return [];
  const holds = state.persons.every(
    (person) => !item.personIds.includes(person.id) || consentCovers(person, agency, today),
  );
  return basesOfKind(item.kind, item.frozen || !holds);
}
