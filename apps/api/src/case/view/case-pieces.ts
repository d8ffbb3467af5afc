import type { ReadAction } from '#libs/access';
import { itemClassesOf, type CaseState } from '#libs/domain';
import type { AskedOfCase } from './case-reading.ts';

/** What kind of text it is, as the ledger of disclosures names it. */
type PieceKind =
  | 'name'
  | 'consent'
  | 'intake'
  | 'reporter'
  | 'handoff'
  | 'plan'
  | 'track'
  | 'contact'
  | 'monitoring'
  | 'evaluation'
  | 'sheet'
  | 'task'
  | 'item'
  | 'meetingRequest'
  | 'withdrawal'
  | 'history';

/** Something of a case that is read as a whole or not at all: what it holds, whom it is about, what has to be asked to read it. */
export interface CasePiece {
  readonly what: PieceKind;
  readonly holds: unknown;
  readonly about: readonly string[];
  readonly action: ReadAction;
  readonly asked: AskedOfCase;
}

/** Everything that is written in a case's state, each with the persons it is about; a text that stands in none of these nobody reads. */
export function casePieces(state: CaseState, known = state): readonly CasePiece[] {
  const everybody = state.persons.map(({ id }) => id);
  const {
    intake: { reporterText, contactRulesText, ...told },
    evaluation: { record },
    track,
  } = state;
  return [
    {
      what: 'intake',
      holds: told,
      about: everybody,
      action: 'case.read-texts',
      asked: { itemClasses: itemClassesOf(state, 'story') },
    },
    {
      what: 'intake',
      holds: { contactRulesText },
      about: everybody,
      action: 'case.read-texts',
      asked: { itemClasses: itemClassesOf(state, 'contactRules') },
    },
    { what: 'reporter', holds: { reporterText }, about: everybody, action: 'intake.read-reporter', asked: {} },
    ...state.persons.flatMap((person) => ofPerson(state, person)),
    ...state.handoffs.map(({ id, personIds, messageText, answerText, reasonText }): CasePiece => ({
      what: 'handoff',
      holds: { messageText, answerText, reasonText },
      about: personIds,
      action: 'handoff.read-texts',
      asked: { handoffId: id },
    })),
    ...state.meetingRequests.map(({ by, personIds, reasonText, answerText }): CasePiece => ({
      what: 'meetingRequest',
      holds: { reasonText, answerText },
      about: personIds,
      action: 'meeting-request.read-texts',
      asked: { writtenBy: by },
    })),
    ...state.plans.map((plan): CasePiece => ({
      what: 'plan',
      holds: plan,
      about: plan.personIds,
      action: 'plan.read-texts',
      asked: { personIds: plan.personIds },
    })),
    { what: 'track', holds: track, ...onTrack(track.outreach?.personIds ?? everybody, '') },
    ...state.contacts.map(({ by, personIds = everybody, text }): CasePiece => ({
      what: 'contact',
      holds: { text },
      ...onTrack(personIds, by),
    })),
    ...state.monitoringEntries.map(({ by, personIds = everybody, text }): CasePiece => ({
      what: 'monitoring',
      holds: { text },
      ...ofSupport(personIds, by),
    })),
    { what: 'evaluation', holds: record, ...ofSupport(record?.personIds ?? everybody, '') },
    ...state.sheets.map(({ agency, text }): CasePiece => ({
      what: 'sheet',
      holds: { text },
      about: everybody,
      action: 'sheet.read-texts',
      asked: { writtenBy: agency },
    })),
    ...state.tasks.map(({ itemId, agency, text }): CasePiece => ({
      what: 'task',
      holds: { text },
      about: personsOnItem(known, itemId),
      action: 'case-item.read-texts',
      asked: { itemId, writtenBy: agency },
    })),
    ...state.withdrawals.map((withdrawal) => takenBack(state, withdrawal)),
    ...standingsAtEnd(state),
  ];
}

/** What is said of people by codes alone: what came of an agenda item, whose consent was taken back, how it stood at the end. */
export const codedPieces = (state: CaseState): readonly CasePiece[] => [
  ...state.placements.map(({ itemId, personIds }): CasePiece => ({
    what: 'item',
    holds: {},
    about: personIds,
    action: 'case-item.read-texts',
    asked: { itemId },
  })),
  ...state.withdrawals.map((withdrawal) => ({ ...takenBack(state, withdrawal), holds: {} })),
  ...standingsAtEnd(state).map((standing) => ({ ...standing, holds: {} })),
];

/** How it stood for each person when the support ended. */
const standingsAtEnd = ({ ending }: CaseState): readonly CasePiece[] =>
  (ending?.standings ?? []).map((standing) => ({
    what: 'evaluation',
    holds: standing,
    ...ofSupport([standing.personId], ''),
  }));

const takenBack = (state: CaseState, withdrawal: CaseState['withdrawals'][number]): CasePiece => ({
  what: 'withdrawal',
  holds: withdrawal,
  about: [withdrawal.personId],
  action: 'case.read-texts',
  asked: { personId: withdrawal.personId, itemClasses: itemClassesOf(state, 'person') },
});

/** Whom 支援会議での検討 is about: those who were on its items; before there is one, everybody. */
export function personsOnTrack({ placements, past, persons }: CaseState): readonly string[] {
  const seated = placements.filter(({ kind }) => kind === 'supportMeeting').flatMap(({ personIds }) => personIds);
  const named = persons.map(({ id }) => id).filter((id) => seated.includes(id) || Object.hasOwn(past.seats, id));
  return named.length > 0 ? named : persons.map(({ id }) => id);
}

/** Whom an agenda item is about; of one that is not there, everybody. */
export const personsOnItem = (
  { placements, droppedPlacements, persons }: CaseState,
  itemId: string,
): readonly string[] =>
  [...placements, ...droppedPlacements].find((one) => one.itemId === itemId)?.personIds ?? persons.map(({ id }) => id);

const ofPerson = (
  state: CaseState,
  { id, nameText, consent, proposedConsent, supportTrackReasonText }: CaseState['persons'][number],
): readonly CasePiece[] => [
  {
    what: 'name',
    holds: { nameText },
    about: [id],
    action: 'person.read',
    asked: { personId: id },
  },
  {
    what: 'consent',
    holds: { consent, proposedConsent },
    about: [id],
    action: 'case.read-texts',
    asked: { personId: id, itemClasses: itemClassesOf(state, 'person') },
  },
  { what: 'track', holds: { supportTrackReasonText }, ...onTrack([id], '') },
];

const onTrack = (about: readonly string[], writtenBy: string): Omit<CasePiece, 'what' | 'holds'> => ({
  about,
  action: 'track.read-texts',
  asked: { writtenBy, personIds: about },
});

const ofSupport = (about: readonly string[], writtenBy: string): Omit<CasePiece, 'what' | 'holds'> => ({
  about,
  action: 'support.read-texts',
  asked: { writtenBy, personIds: about },
});
