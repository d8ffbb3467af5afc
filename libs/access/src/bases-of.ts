import type { AgencyCode, CasePerson, CaseState, MunicipalityRules, SittingState } from '#libs/domain';
import type { Asker, Basis } from './question.ts';
import type { AccessRecord, Subject } from './relations-of.ts';

/** Every ground on which the asker's agency learns of the record, never empty. With a person as subject, the grounds for that person alone (R2). */
export function basesOf(
  record: AccessRecord,
  asker: Asker,
  rules: MunicipalityRules,
  subject: Subject = {},
): readonly Basis[] {
  if (asker.kind === 'workflow' || asker.kind === 'clock' || asker.kind === 'anonymous') return ['none'];
  const { agency } = asker;
  const office = asker.kind === 'person' && (agency === rules.competentSection || agency === rules.coordinatingBody);
  const found: readonly Basis[] = [
    ...(record.state
      ? record.kind === 'sitting'
        ? ofSitting(record.state, subject)
        : ofCase(record.state, agency, subject)
      : []),
    ...(office ? (['office'] as const) : []),
  ];
  return found.length > 0 ? found : ['none'];
}

/** A sitting with one item of 106条の6 is a 支援会議 as a whole: the stricter ground counts. An item has its own (R5). */
function ofSitting(state: SittingState, { itemId }: Subject): readonly Basis[] {
  const items = itemId === undefined ? state.items : state.items.filter(({ id }) => id === itemId);
  const kinds = items.length > 0 ? items.map(({ kind }) => kind) : [state.kind];
  return [
    kinds.includes('supportMeeting') || (itemId === undefined && state.kind === 'supportMeeting')
      ? 'supportMeeting106_6'
      : 'consent',
  ];
}

function ofCase(state: CaseState, agency: AgencyCode, { personId }: Subject): readonly Basis[] {
  const persons = personId === undefined ? state.persons : state.persons.filter(({ id }) => id === personId);
  return [
    ...(persons.some((person) => consentCovers(person, agency)) ? (['consent'] as const) : []),
    ...(onSupportMeetingItem(state, agency, personId) ? (['supportMeeting106_6'] as const) : []),
    ...(isOwnRecord(state, agency) ? (['ownRecord'] as const) : []),
  ];
}

const consentCovers = ({ consent }: CasePerson, agency: AgencyCode): boolean =>
  consent.status === 'given' && consent.agencies.includes(agency);

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
