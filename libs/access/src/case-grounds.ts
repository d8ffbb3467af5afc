import type { IsoDate } from '#libs/calendar';
import {
  awaitsOwnAcknowledgement,
  itemClassesOf,
  personsTold,
  purposeOfItem,
  saidNoTo,
  seatOpens,
  type Actor,
  type AgencyCode,
  type CaseState,
  type MunicipalityRules,
  type Obligation,
} from '#libs/domain';
import { readerOf, type Reader } from './reader.ts';
import { consentCovers, groundsOfPerson, isOwnRecord, type ConsentScope } from './person-grounds.ts';
import type { Basis, Relation } from './question.ts';
import { basesOfMeeting, hasReason, type AgencyAsker, type RecordGrounds, type Subject } from './record-grounds.ts';
import { basesOfTrack, reachesOut } from './track-grounds.ts';

/** What an agency is to a case, and on which grounds it learns of it. */
export const caseGrounds: RecordGrounds<CaseState> = {
  reads: 'case.read',
  relations: (state, asker, subject, rules) =>
    asker.kind === 'person'
      ? [...toCase(state, asker, subject), ...(answersFor(state, asker, subject, rules) ? receiving : [])]
      : [],
  bases: basesOfCase,
  household: ({ persons }) => persons.map(({ id }) => id),
  classesOfPerson: (state) => itemClassesOf(state, 'person'),
  personsNamed,
};

/** Asked about no 案件化の依頼 in particular. */
export const openRequest = 'open';

/** A withdrawal is somebody's; its recipients were told of it, and answer without reading the person any more (R7). */
function personsNamed(
  { withdrawals }: CaseState,
  command: { readonly type: string },
  agency: AgencyCode,
): readonly string[] {
  const { personId, personIds = [], withdrawalId } = command as NamesPersons;
  const withdrawal = withdrawals.find(({ id }) => id === withdrawalId);
  const isRecipient = withdrawal?.agencies.includes(agency) === true;
  // Whoever takes a consent back makes the withdrawal: its id is new.
  const isNew = withdrawalId === undefined || personId !== undefined;
  return [
    ...(personId === undefined ? [] : [personId]),
    ...(personIds ?? []),
    ...(isNew || isRecipient ? [] : [withdrawal?.personId ?? withdrawalId]),
  ];
}

/** The fields by which commands name persons. */
interface NamesPersons {
  readonly personId?: string;
  readonly personIds?: readonly string[] | null;
  readonly withdrawalId?: string;
}

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

function toCase(state: CaseState, { agency, membershipId }: Reader, subject: Subject): readonly Relation[] {
  if (subject.agency !== undefined && subject.agency !== agency) return [];
  if (subject.handoffId !== undefined) return toHandoff(state, { agency, membershipId }, subject.handoffId);
  if (state.leadAgency !== agency && state.tasks.some((task) => task.id === subject.taskId && task.agency !== agency))
    return [];
  if (subject.requestId !== undefined && !asked(state, agency, subject.requestId)) return [];
  const rows = state.participants.filter((one) => one.agency === agency && one.releasedOn === null);
  const waits = membershipId !== undefined && awaitsOwnAcknowledgement(state, agency, membershipId);
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
    ...(rows.some(({ basis }) => basis === 'meeting') && !waits ? (['itemMember'] as const) : []),
  ];
}

/** Did the agency ask for it; of no one in particular, has it one that waits for its answer? */
const asked = ({ meetingRequests }: CaseState, agency: AgencyCode, requestId: string): boolean =>
  meetingRequests.some(
    ({ id, by, state }) => by === agency && (requestId === openRequest ? state === 'open' : id === requestId),
  );

/** Sender and receiver, and the lead agency, which carries the case; nobody else has to do with a つなぎ. */
function toHandoff(state: CaseState, reader: Reader, handoffId: string): readonly Relation[] {
  const { agency } = reader;
  const handoff = state.handoffs.find(({ id }) => id === handoffId);
  if (!handoff) return toCase(state, reader, {});
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
  asker: AgencyAsker,
  { personId, itemId, handoffId, writtenBy, track, informant, plans, ...scope }: Subject,
  today: IsoDate | undefined,
): readonly Basis[] {
  const reader = readerOf(asker);
  const { agency } = reader;
  if (informant === true) return isOwnRecord(state, agency) ? ['ownRecord'] : [];
  if (track !== undefined) return basesOfTrack(state, reader, { personId, writtenBy, track });
  if (handoffId !== undefined) return basesOfHandoff(state, agency, handoffId);
  if (itemId !== undefined || writtenBy !== undefined) {
    const writes = writtenBy === agency || (state.leadAgency === agency && isOwnRecord(state, agency));
    const own = writes ? (['ownRecord'] as const) : [];
    if (itemId !== undefined) return [...ofItem(state, reader, itemId, today), ...own];
    return [...own, ...ofPersons(state, reader, personId, today, scope).filter((basis) => basis !== 'ownRecord')];
  }
  const reasoned = plans === true && hasReason(state.planReaders ?? [], asker, today);
  return [...ofPersons(state, reader, personId, today, scope), ...(reasoned ? (['reason'] as const) : [])];
}

/** Those of one person; of no one in particular, those that there are for anybody, and what the agency wrote down itself. */
function ofPersons(
  state: CaseState,
  reader: Reader,
  personId: string | undefined,
  today: IsoDate | undefined,
  scope: ConsentScope,
): readonly Basis[] {
  const persons = personId === undefined ? state.persons : state.persons.filter(({ id }) => id === personId);
  const found = persons
    .flatMap((person) => groundsOfPerson(state, reader, person, today, scope))
    .map(({ basis }) => basis);
  return [...new Set<Basis>([...found, ...(isOwnRecord(state, reader.agency) ? (['ownRecord'] as const) : [])])];
}

/** The letter of a つなぎ is its sender's own, and the receiver's until somebody it is about says no to the receiver. */
function basesOfHandoff(state: CaseState, agency: AgencyCode, handoffId: string): readonly Basis[] {
  const handoff = state.handoffs.find(({ id }) => id === handoffId);
  if (!handoff) return [];
  const { from, to, sentAt } = handoff;
  const isOpen = personsTold(state, handoff).every((person) => saidNoTo(person, to) < sentAt);
  return [
    ...(from === agency || (state.leadAgency === agency && isOwnRecord(state, agency)) ? (['ownRecord'] as const) : []),
    ...(to === agency && isOpen ? (['handoff'] as const) : []),
  ];
}

/**
 * The agency's seat on this very item is open: of a 支援会議, or of a meeting by the consent of everybody named on it, which must still hold.
 * What came of it takes having been there, or having been told.
 */
function ofItem(state: CaseState, reader: Reader, itemId: string, today: IsoDate | undefined): readonly Basis[] {
  const { agency, membershipId } = reader;
  const item = state.placements.find((one) => one.itemId === itemId);
  const open = item ? seatOpens(state, item, agency, membershipId) : 'nothing';
  if (!item || open === 'nothing' || (open === 'preparation' && item.result !== null)) return [];
  const holds = state.persons.every(
    (person) =>
      !item.personIds.includes(person.id) ||
      consentCovers(person, agency, today, {
        consentPurpose: purposeOfItem[item.purpose],
      }),
  );
  return basesOfMeeting(item.kind, item.frozen || !holds);
}
