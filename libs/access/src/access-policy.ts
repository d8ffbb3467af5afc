import type { IsoDate } from '#libs/calendar';
import type { RecordKind, RecordRef } from '#libs/contracts';
import type { Actor, AgencyCode, ConsentPurpose, KeptState, MunicipalityRules } from '#libs/domain';
import { basesOf } from './bases-of.ts';
import { openRequest } from './case-grounds.ts';
import { best, decide, isAction } from './decide.ts';
import type { AccessDecision, Action, Asker, Basis, ReadAction, Relation } from './question.ts';
import { groundsOf, type AccessRecord } from './grounds-by-kind.ts';
import type { Subject } from './record-grounds.ts';
import { relationsOf } from './relations-of.ts';
import { isAboutTrack } from './track-grounds.ts';

/** The record a command or a reading is about. `state` is nothing before the record has begun. */
export interface RecordInQuestion {
  readonly ref: Pick<RecordRef, 'kind'>;
  readonly state: KeptState | undefined;
  readonly rules: MunicipalityRules;
  /** The day in Asia/Tokyo for which consent is judged (R2); without it no consent opens a case. */
  readonly today?: IsoDate;
}

/**
 * The port by which the executor asks who may. The whole command is asked about, not only its type: whether an agency receives *this*
 * つなぎ or was sent *this* invitation stands in its fields.
 */
export interface AccessPolicy {
  allows(actor: Actor, command: { readonly type: string }, record: RecordInQuestion): AccessDecision;
}

/** The decision table, asked about real records. @throws for a command that is in no table: the caller's definitions and ours differ. */
export const accessPolicy: AccessPolicy = {
  allows: (actor, command, record) => {
    if (!isAction(command.type)) throw new Error(`no access row for ${command.type}`);
    const decision = decideOn(actor, command.type, record, subjectOf(command));
    return decision.allowed && !knowsPersonsOf(actor, command, record)
      ? { allowed: false, code: 'access.person' }
      : decision;
  },
};

/** May this asker read that of this record? The subject narrows it to one person, つなぎ, invitation or agenda item. */
export const mayRead = (asker: Asker, action: ReadAction, record: RecordInQuestion, subject?: Subject): boolean =>
  decideOn(asker, action, record, subject).allowed;

/** On which ground this asker reads that, or nothing when it does not: what is written down of a reading (R64). */
export function readingGround(
  asker: Asker,
  action: ReadAction,
  record: RecordInQuestion,
  subject?: Subject,
): Basis | undefined {
  const decision = decideOn(asker, action, record, subject);
  return decision.allowed ? decision.basis : undefined;
}

/** Ids of the persons of a record that is about some. */
const householdOf = ({ ref, state }: Partial<RecordInQuestion>): readonly string[] | undefined =>
  ref && state ? groundsOf(ref.kind).household?.(state) : undefined;

/** The person's consent decides about it, not whether one knows who it is: a manager who allows a 支援会議 reads no name (R8). */
const withoutKnowing: ReadonlySet<string> = new Set(['allow-support-meeting']);

/** No command about a person of whom one may not know: such a one is not there, nor is one who never was. */
function knowsPersonsOf(actor: Asker, command: { readonly type: string }, record: RecordInQuestion): boolean {
  if (actor.kind !== 'person' || !record.state || withoutKnowing.has(command.type)) return true;
  const named = groundsOf(record.ref.kind).personsNamed?.(record.state, command, actor.agency) ?? [];
  return named.every((personId) => mayRead(actor, 'person.read', record, { personId }));
}

/** May this asker see that the record is there? */
export const maySee = (asker: Asker, record: RecordInQuestion): boolean =>
  mayRead(asker, groundsOf(record.ref.kind).reads, record);

/** For what is no record: lists, the board, the session, the pages. Which rows a list holds is {@link listScopeOf}. */
export const decideWithoutRecord = (
  asker: Asker,
  action: ReadAction,
  rules: MunicipalityRules | undefined,
): AccessDecision =>
  rules ? decideOn(asker, action, { rules }) : decide({ actor: asker, action, relation: 'none', basis: 'none' });

/** Which records of a kind an asker finds in lists: all of the municipality, those of the own agency, or none. */
export type ListScope =
  | { readonly kind: 'municipality' }
  | { readonly kind: 'agency'; readonly agency: AgencyCode }
  | { readonly kind: 'nothing' };

/** What an agency can be to a record beside being the office. */
const ofTakingPart: readonly Relation[] = ['lead', 'handoffReceiver', 'participant', 'itemMember'];

/**
 * Whoever may read a record to which the agency is nothing but the office finds all of them; of the own agency's whoever may read one
 * because the agency takes part: a post that only counts in the office finds none elsewhere.
 */
export function listScopeOf(asker: Asker, kind: RecordKind, rules: MunicipalityRules): ListScope {
  if (asker.kind !== 'person') return { kind: 'nothing' };
  const action = groundsOf(kind).reads;
  if (decideWithoutRecord(asker, action, rules).allowed) return { kind: 'municipality' };
  const reads = ofTakingPart.some((relation) => decide({ actor: asker, action, relation, basis: 'none' }).allowed);
  return reads ? { kind: 'agency', agency: asker.agency } : { kind: 'nothing' };
}

/** What is read by consent is read for a purpose; whether somebody may see that the record is there is no purpose of its own. */
const purposes: Partial<Readonly<Record<Action, ConsentPurpose>>> = {
  'case.read-texts': 'supportCoordination',
  'change-contact-rules': 'supportCoordination',
  'plan.read-texts': 'planMaking',
  'support.read-texts': 'monitoring',
};
function forPurpose(action: Action, subject: Subject): Subject {
  const consentPurpose = purposes[action];
  return consentPurpose ? { ...subject, consentPurpose } : subject;
}

/** About no record the asker is what it is as the office, and nothing else. */
function decideOn(
  actor: Asker,
  action: Action,
  asked: Partial<RecordInQuestion> & Pick<RecordInQuestion, 'rules'>,
  subject: Subject = {},
): AccessDecision {
  const decisions = personsOf(action, asked, subject).map((personId) =>
    decideFor(actor, action, asked, personId === undefined ? subject : { ...subject, personId }),
  );
  return decisions.find(({ allowed }) => !allowed) ?? decisions[0] ?? { allowed: false, code: 'access.basis' };
}

/** What is written about people opens when there is a ground for each of them; everything else is asked about once. */
function personsOf(
  action: Action,
  asked: Partial<RecordInQuestion>,
  { personId, personIds, itemId }: Subject,
): readonly (string | undefined)[] {
  if (personId !== undefined || itemId !== undefined || !aboutPersons.has(action)) return [personId];
  const about = personIds ?? householdOf(asked) ?? [];
  return about.length > 0 ? about : [undefined];
}

const aboutPersons: ReadonlySet<Action> = new Set<Action>([
  'case.read-texts',
  'change-contact-rules',
  'track.read-texts',
  'sheet.read-texts',
  'support.read-texts',
  'plan.read-texts',
]);

function decideFor(
  actor: Asker,
  action: Action,
  { ref, state, rules, today }: Partial<RecordInQuestion> & Pick<RecordInQuestion, 'rules'>,
  about: Subject,
): AccessDecision {
  const record = ref && { kind: ref.kind, state };
  const subject: Subject = { ...about, ...areaOf(action), ...classesOf(action, record) };
  const bases = basesOf(record, actor, rules, forPurpose(action, subject), today);
  return best(
    relationsOf(record, actor, rules, subject).flatMap((relation) =>
      bases.map((basis) => decide({ actor, action, relation, basis })),
    ),
  );
}

/** Areas of a case with grounds of their own. */
const areaOf = (action: Action): Subject => ({
  ...(isAboutTrack(action) ? { track: action === 'track.read' ? 'standing' : 'content' } : {}),
  ...(action === 'intake.read-reporter' ? { informant: true } : {}),
  ...(action === 'plan.read-texts' ? { plans: true } : {}),
});

/** Who somebody is belongs to a class of items: a consent that leaves it out opens no person, whoever asks and for whatever (R2). */
const classesOf = (action: Action, record: AccessRecord | undefined): Subject => {
  const itemClasses =
    (action === 'person.read' || action === 'change-contact-rules') && record?.state
      ? groundsOf(record.kind).classesOfPerson?.(record.state)
      : undefined;
  return itemClasses ? { itemClasses } : {};
};

/** Commands in whose `agency` field somebody else is meant than the one who gives them. */
const aboutAnother: ReadonlySet<string> = new Set([
  'release-agency',
  'add-invitee',
  'release-disposition',
  'take-off-item',
]);

function subjectOf(command: { readonly type: string }): Subject {
  const fields: Readonly<Record<string, unknown>> = { ...command };
  const named = (field: keyof Subject): Subject =>
    typeof fields[field] === 'string' ? { [field]: fields[field] } : {};
  // A つなぎ that is being sent is not there yet, nor is an item that is being added.
  const handoff = command.type === 'send-handoff' ? {} : named('handoffId');
  return {
    ...handoff,
    ...named('invitationId'),
    ...(command.type === 'finish-task' ? named('taskId') : {}),
    ...(command.type === 'withdraw-meeting-request' ? { requestId: openRequest, ...named('requestId') } : {}),
    ...(aboutAnother.has(command.type) ? {} : named('agency')),
  };
}
