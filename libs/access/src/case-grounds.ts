import type { IsoDate } from '#libs/calendar';
import {
  consentHolds,
  type Actor,
  type AgencyCode,
  type CasePerson,
  type CaseState,
  type MunicipalityRules,
  purposeOfItem,
  type Obligation,
} from '#libs/domain';
import type { Basis, Relation } from './question.ts';
import { basesOfMeeting, type AgencyAsker, type RecordGrounds, type Subject } from './record-grounds.ts';
import { onSupportMeetingItem } from './support-meeting-seats.ts';
import { basesOfTrack, isRecorder, reachesOut } from './track-grounds.ts';

/** What an agency is to a case, and on which grounds it learns of it. */
export const caseGrounds: RecordGrounds<CaseState> = {
  reads: 'case.read',
  relations: (state, asker, subject, rules) =>
    asker.kind === 'person'
      ? [...toCase(state, asker.agency, subject), ...(answersFor(state, asker, subject, rules) ? receiving : [])]
      : [],
  bases: basesOfCase,
};

const receiving: readonly Relation[] = ['handoffReceiver'];

/** The secretariat enters the answer that a receiver without account gave by phone or on paper: then it stands for the receiver. */
const answersFor = (
  { handoffs }: CaseState,
  { agency, posts }: Extract<Actor, { kind: 'person' }>,
  { handoffId }: Subject,
  { coordinatingBody, agencies }: MunicipalityRules,
): boolean =>
  agency === coordinatingBody &&
  posts.includes('coordinator') &&
  handoffs.some(
    ({ id, to, state }) =>
      (handoffId === undefined ? state === 'awaiting' : id === handoffId) &&
      agencies.some(({ code, channel }) => code === to && channel !== 'mail'),
  );

function toCase(state: CaseState, agency: AgencyCode, subject: Subject): readonly Relation[] {
  if (subject.agency !== undefined && subject.agency !== agency) return [];
  if (subject.handoffId !== undefined) return toHandoff(state, agency, subject.handoffId);
  if (state.leadAgency !== agency && state.tasks.some((task) => task.id === subject.taskId && task.agency !== agency))
    return [];
  const rows = state.participants.filter((one) => one.agency === agency && one.releasedOn === null);
  const owes = Object.values(state.obligations).some(
    (obligation) => obligation.holder.agency === agency && bindsAgency(obligation),
  );
  return [
    ...(state.leadAgency === agency ? (['lead'] as const) : []),
    ...(state.handoffs.some((handoff) => handoff.state === 'awaiting' && handoff.to === agency)
      ? (['handoffReceiver'] as const)
      : []),
    ...(rows.some(({ basis }) => basis !== 'meeting') || hasRole(state, agency) || owes || reachesOut(state, agency)
      ? (['participant'] as const)
      : []),
    ...(rows.some(({ basis }) => basis === 'meeting') ? (['itemMember'] as const) : []),
  ];
}

/** Sender and receiver, and the lead agency, which carries the case; nobody else has to do with a つなぎ. */
function toHandoff(state: CaseState, agency: AgencyCode, handoffId: string): readonly Relation[] {
  const handoff = state.handoffs.find(({ id }) => id === handoffId);
  if (!handoff) return toCase(state, agency, {});
  const accepted = handoff.to === agency && handoff.state === 'accepted';
  return [
    ...(state.leadAgency === agency ? (['lead'] as const) : []),
    // Also once it is answered: a second answer of the same agency is told that it is stale, not that it is none of its business.
    ...(handoff.to === agency ? (['handoffReceiver'] as const) : []),
    ...(handoff.from === agency || accepted ? (['participant'] as const) : []),
  ];
}

/** Whoever still owes something takes part, also after a release; being asked for an answer or for a decision does not make a participant. */
const bindsAgency = ({ kind, holder }: Obligation): boolean =>
  kind !== 'handoff-answer' && (holder.post === 'staff' || holder.post === 'head' || holder.post === 'personInCharge');

const hasRole = (state: CaseState, agency: AgencyCode): boolean =>
  state.plans.some((plan) => plan.state === 'decided' && plan.roles.some((role) => role.agency === agency));

function basesOfCase(
  state: CaseState,
  { agency }: AgencyAsker,
  { personId, itemId, writtenBy, track, informant, itemClasses, consentPurpose }: Subject,
  today: IsoDate | undefined,
): readonly Basis[] {
  if (informant === true) return isRecorder(state, agency) ? ['ownRecord'] : [];
  if (track === true) return basesOfTrack(state, agency, { personId, writtenBy });
  const isOwn =
    itemId === undefined && writtenBy === undefined
      ? isOwnRecord(state, agency)
      : state.leadAgency === agency || writtenBy === agency;
  const own = isOwn ? (['ownRecord'] as const) : [];
  if (itemId !== undefined) return [...ofItem(state, agency, itemId, today), ...own];
  const persons = personId === undefined ? state.persons : state.persons.filter(({ id }) => id === personId);
  return [
    ...(persons.some((person) => consentCovers(person, agency, today, { itemClasses, consentPurpose }))
      ? (['consent'] as const)
      : []),
    ...(onSupportMeetingItem(state, agency, personId) ? (['supportMeeting106_6'] as const) : []),
    ...own,
  ];
}

type Scope = { readonly [K in 'itemClasses' | 'consentPurpose']: Subject[K] | undefined };

/** Does the person's consent hold on that day, for that agency, for what is read and for what it is read (R2)? */
const consentCovers = (
  person: CasePerson,
  agency: AgencyCode,
  today: IsoDate | undefined,
  { itemClasses = [], consentPurpose }: Scope,
): boolean =>
  today !== undefined &&
  consentHolds(person, today) &&
  person.consent.agencies.includes(agency) &&
  itemClasses.every((one) => person.consent.itemClasses.includes(one)) &&
  (consentPurpose === undefined || person.consent.purposes.includes(consentPurpose));

/** The agency wrote it down itself or carries the case. */
const isOwnRecord = (state: CaseState, agency: AgencyCode): boolean =>
  state.leadAgency === agency ||
  state.participants.some((one) => one.agency === agency && one.basis === 'recorder' && one.releasedOn === null);

/** The agency sat on this very item: of a 支援会議, or of a meeting by the consent of everybody named on it, which must still hold. */
function ofItem(state: CaseState, agency: AgencyCode, itemId: string, today: IsoDate | undefined): readonly Basis[] {
  const item = state.placements.find((one) => one.itemId === itemId);
  if (item?.agencies.includes(agency) !== true) return [];
  const holds = state.persons.every(
    (person) =>
      !item.personIds.includes(person.id) ||
      consentCovers(person, agency, today, {
        itemClasses: undefined,
        consentPurpose: purposeOfItem[item.purpose],
      }),
  );
  return basesOfMeeting(item.kind, item.frozen || !holds);
}
