import { groundsOfPerson, readerOf, readingGround, type Basis } from '#libs/access';
import {
  agencyOfActor,
  consentOpens,
  supportCaseDefinition,
  type Area,
  type CaseState,
  type Context,
} from '#libs/domain';
import { textIdsIn, type Disclosed } from '#libs/persistence';
import type { LoggedEvent, TellOf } from '../../records/history-view.ts';
import { areaOf } from '../../records/told-of.ts';
import { casePieces, codedPieces, personsOnItem, personsOnTrack, type CasePiece } from './case-pieces.ts';
import type { CaseReading } from './case-reading.ts';

/** What one answer showed of a case. */
interface Shown {
  /** The case as far as this answer shows it; without, all of it. */
  readonly state?: CaseState;
  /** Ids of the texts whose contents went out; without, every one that may be read. */
  readonly texts?: ReadonlySet<string>;
  readonly events?: readonly LoggedEvent[];
  readonly tellOf?: TellOf;
}

type Asking = Pick<Context, 'actor' | 'rules' | 'today'>;

/**
 * What of a case went to the reader's agency by this reading (R64): kind of text by kind of text, only the persons whom what was shown is
 * about, each on the very ground that opened it. What an agency reads of its own record and the office in its task goes to nobody else; that
 * they read it, the audit says.
 */
export function readingDisclosures(
  state: CaseState,
  ctx: Asking,
  reading: CaseReading,
  shown: Shown = {},
): readonly Disclosed[] {
  const { actor } = ctx;
  if (actor.kind !== 'person') return [];
  const { texts, state: there = state } = shown;
  const isShown = ({ holds }: CasePiece): boolean =>
    [...textIdsIn(holds)].some((textId) => texts === undefined || texts.has(textId));
  const read = [...casePieces(there, state).filter(isShown), ...codedPieces(there), ...linesTold(state, shown)].filter(
    ({ action, asked }) => reading.may(action, asked),
  );
  const rows = read.flatMap((piece) => rowsOf(state, ctx, actor, piece));
  return [...new Map(rows.map((row) => [[row.personId, row.what, row.basis].join(' '), row])).values()];
}

const rowsOf = (
  state: CaseState,
  ctx: Asking,
  { agency, membershipId }: Extract<Asking['actor'], { kind: 'person' }>,
  piece: CasePiece,
): readonly Disclosed[] =>
  piece.about.flatMap((personId) => {
    const basis = groundInLedger(state, ctx, piece, personId);
    return basis === undefined
      ? []
      : [{ personId, toAgency: agency, toMembership: membershipId, what: piece.what, basis }];
  });

/** Whose name was shown beside the page of the case, on a sitting, each with the ground that opened it; as far as it went to an agency. */
export function nameDisclosures(state: CaseState, ctx: Asking, personIds: readonly string[]): readonly Disclosed[] {
  const { actor } = ctx;
  if (actor.kind !== 'person') return [];
  return casePieces(state)
    .filter(({ what, about }) => what === 'name' && about.some((personId) => personIds.includes(personId)))
    .flatMap((piece) => rowsOf(state, ctx, actor, piece));
}

/** As the ledger names it; nothing for the own record and the office's task. */
function groundInLedger(
  state: CaseState,
  { actor, rules, today }: Asking,
  { action, asked }: CasePiece,
  personId: string,
): string | undefined {
  const record = { ref: { kind: 'support-case' as const }, state, rules, today };
  const ground: Basis | undefined = readingGround(actor, action, record, { ...asked, personId });
  if (ground === undefined || ground === 'ownRecord' || ground === 'office' || ground === 'none') return undefined;
  const reader = actor.kind === 'person' || actor.kind === 'invitee' ? readerOf(actor) : { agency: '' };
  const person = state.persons.find(({ id }) => id === personId);
  if (!person) return undefined;
  const named = groundsOfPerson(state, reader, person, today).find(({ basis }) => basis === ground)?.code;
  if (ground !== 'handoff') return named ?? ground;
  const letter = state.handoffs.find(({ id }) => id === asked.handoffId);
  return letter?.legalBasis ?? named ?? (consentOpens(person, reader.agency, today) ? 'consent' : 'handoff');
}

/** Lines of the history that were told in full, as far as they say something of people. */
const linesTold = (state: CaseState, { events = [], tellOf = () => 'nothing' }: Shown): readonly CasePiece[] =>
  events
    .filter((event) => tellOf(event) === 'all')
    .flatMap((event) => {
      const area = areaOf(supportCaseDefinition.events, event);
      return area ? lineAbout(state, area, agencyOfActor(event.actor)) : [];
    });

function lineAbout(state: CaseState, area: Area, writer: string | undefined): readonly CasePiece[] {
  const everybody = state.persons.map(({ id }) => id);
  const line = (
    about: readonly string[],
    action: CasePiece['action'],
    asked: CasePiece['asked'] = {},
  ): readonly CasePiece[] => [{ what: 'history', holds: {}, about, action, asked }];
  switch (area.kind) {
    case 'mainLine':
      return line(everybody, 'case.read-texts');
    case 'track':
      return line(personsOnTrack(state), 'track.read-texts', {
        writtenBy: writer ?? '',
        personIds: personsOnTrack(state),
      });
    case 'support':
      return line(everybody, 'support.read-texts', { writtenBy: writer ?? '' });
    case 'person':
    case 'personOnTrack':
      return line([area.personId], 'case.read-texts', { personId: area.personId });
    case 'handoff': {
      const about = state.handoffs.find(({ id }) => id === area.handoffId)?.personIds ?? everybody;
      return line(about, 'handoff.read-texts', { handoffId: area.handoffId });
    }
    case 'request': {
      const request = state.meetingRequests.find(({ id }) => id === area.requestId);
      return request ? line(request.personIds, 'meeting-request.read-texts', { writtenBy: request.by }) : [];
    }
    case 'item':
      return line(personsOnItem(state, area.itemId), 'case-item.read-texts', { itemId: area.itemId });
    case 'task': {
      const task = state.tasks.find(({ id }) => id === area.taskId);
      return task
        ? line(personsOnItem(state, task.itemId), 'case-item.read-texts', {
            itemId: task.itemId,
            writtenBy: task.agency,
          })
        : [];
    }
    default:
      return [];
  }
}
