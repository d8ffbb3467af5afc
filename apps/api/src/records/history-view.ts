import { recordKinds } from '#libs/contracts';
import { definitionOf, obligationKindOf, type EventType } from '#libs/domain';
import type { LoggedEvent as Stored } from '#libs/persistence';
import type { Colleague, HistoryEntry, Page } from '#libs/views';
import { nameOf } from './people.ts';
import type { TextsRead } from './texts-read.ts';

/** An event of the log, as far as its line tells of it. */
export type LoggedEvent = Pick<Stored, 'seq' | 'atMs' | 'type' | 'payload' | 'actor'>;

/**
 * A line with all that was noted and written; with what was noted and not what was written; only the course of the work in it, which is
 * all that such a line is to have; that it happened, with what else there is left out; or not at all.
 */
export type Telling = 'all' | 'noted' | 'course' | 'happened' | 'nothing';
export type TellOf = (event: LoggedEvent) => Telling;

export const isToldBy =
  (tellOf: TellOf) =>
  (event: LoggedEvent): boolean =>
    tellOf(event) !== 'nothing';

type Param = HistoryEntry['params'][string];

/** Events of every kind of record. */
const units: Readonly<Record<string, { readonly tells: readonly string[] | null } | undefined>> = Object.fromEntries(
  recordKinds.flatMap((kind) => Object.entries(definitionOf(kind).events)),
);

/** Slot and id of what was written with an event; the contents lie encrypted beside the log. */
const writtenWith = ({ type, payload }: LoggedEvent): readonly { readonly slot: string; readonly id: string }[] =>
  (units[type]?.tells ?? []).flatMap((slot) => {
    const id = payload[slot];
    return typeof id === 'string' ? [{ slot, id }] : [];
  });

/** The texts that the history needs, of those lines that are told in full. */
export const historyTextIds = (events: readonly LoggedEvent[], tellOf: TellOf): readonly string[] =>
  events.filter((event) => tellOf(event) === 'all').flatMap((event) => writtenWith(event).map(({ id }) => id));

interface Told {
  readonly people: readonly Colleague[];
  readonly texts: TextsRead;
  readonly tellOf: TellOf;
  /** Of the office that runs the programme: the lines are numbered for it alone. */
  readonly reading: { readonly ofOffice: boolean };
}

/** What happened, in the order of the events: codes, dates, ids, and the reasons that were written, to whom they are to be told. */
export function historyView(
  { items, next }: Page<LoggedEvent>,
  { people, texts, tellOf, reading }: Told,
): Page<HistoryEntry> {
  const lines = items.flatMap((event): readonly HistoryEntry[] => {
    const { seq, atMs, type, payload, actor } = event;
    const told = tellOf(event);
    if (told === 'nothing') return [];
    const params = told === 'all' || told === 'noted' ? paramsOf(payload) : withoutContent(type, paramsOf(payload));
    const { key } = params;
    const written = writtenWith(event);
    return [
      {
        seq: reading.ofOffice ? seq : null,
        at: new Date(atMs).toISOString(),
        type: type as EventType, // written by units only, and no unit ever goes
        actorName: actor.kind === 'person' ? nameOf(people, actor.membershipId) : null,
        actorAgency: 'agency' in actor ? actor.agency : null,
        actorKind: actor.kind,
        on: typeof params['on'] === 'string' ? params['on'] : null,
        params: typeof key === 'string' ? { ...params, kind: obligationKindOf(key) } : params,
        texts: written.map(({ slot, id }) => ({ slot, text: told === 'all' ? texts.of(id) : null })),
        masked: told === 'happened' || (told === 'noted' && written.length > 0),
      },
    ];
  });
  return { items: lines, next };
}

/** The course of the work: dates, agencies and their people, ids, counts, the words of the process. Whatever has no place here says something about somebody. */
const courseParams: ReadonlySet<string> = new Set(
  [
    'on atMs dueOn dueAtMs heldOn startsOn endsOn startsAt endsAt replyDueOn reviewOn nextOn nextReviewOn nextContactOn',
    'explainedOn appliedOn draftedOn decidedOn nextMonitoringOn nextEvaluationOn',
    'agency leadAgency leadAgencyAfter ownerAgency owner adviser askedBy by from to leads membershipId decider chair point',
    'key kind notice how step caseNumber handoffId planId itemId sittingId taskId entryId contactId invitationId documentNumber body',
    'n round day index taken ordinal sequence assessments',
    'stage track main urgent blocking tasked replaced explainAgain reviewAskedAgain anotherDay closedReason after ends',
    'frozen reply via late fallsOut acknowledgement textVersion',
  ].flatMap((names) => names.split(' ')),
);
/** What a つなぎ was for stays; why it was not taken is between the two agencies and the office. */
const handoffParams: ReadonlySet<string> = new Set(['purpose']);

const withoutContent = (type: string, params: Readonly<Record<string, Param>>): Readonly<Record<string, Param>> =>
  Object.fromEntries(
    Object.entries(params).filter(
      ([name]) => courseParams.has(name) || (type.startsWith('handoff-') && handoffParams.has(name)),
    ),
  );

const notTold = new Set(['type', 'v', 'id', 'municipality']);
const isText = (name: string): boolean => name === 'text' || name.endsWith('Text');
const isParam = (value: unknown): value is Param =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The plain values of an event; of the obligation it opens, what it is, whose and until when. */
function paramsOf(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, Param>> {
  const plain = Object.entries(payload).filter(
    (entry): entry is [string, Param] => !notTold.has(entry[0]) && !isText(entry[0]) && isParam(entry[1]),
  );
  return {
    ...Object.fromEntries(plain),
    ...obligationParams(payload['obligation']),
    ...itemParams(payload['item']),
    ...callParams(payload['call']),
  };
}

/** Of a call whom it goes to, what of and until when. */
function callParams(call: unknown): Readonly<Record<string, Param>> {
  if (typeof call !== 'object' || call === null) return {};
  const { kind, agency, dueOn } = call as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries({ notice: kind, agency, dueOn }).filter((entry): entry is [string, Param] => isParam(entry[1])),
  );
}

/** Of an agenda item that was put on: which. */
const itemParams = (item: unknown): Readonly<Record<string, Param>> =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? { itemId: item.id } : {};

function obligationParams(obligation: unknown): Readonly<Record<string, Param>> {
  if (typeof obligation !== 'object' || obligation === null) return {};
  const { key, kind, dueOn, holder } = obligation as Record<string, unknown>;
  const agency = typeof holder === 'object' && holder !== null && 'agency' in holder ? holder.agency : undefined;
  return Object.fromEntries(
    Object.entries({ key, kind, dueOn, agency }).filter((entry): entry is [string, Param] => isParam(entry[1])),
  );
}
