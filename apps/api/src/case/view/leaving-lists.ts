import type { CaseState } from '#libs/domain';
import type { CaseView, Colleague, LeavingList } from '#libs/views';
import type { TextsRead } from '../../records/texts-read.ts';
import type { CaseReading } from './case-reading.ts';
import { planViews } from './plan-view.ts';
import { workListsView } from './work-lists-view.ts';

/**
 * The lists of a case's page that are read on one by one, and how many of what has left the state are on the page at once: of most lists the
 * state keeps the newest itself, or what is left belongs to an earlier round.
 */
const leftOnWholePage = {
  handoffs: 0,
  placements: 0,
  meetingRequests: 0,
  contacts: 4,
  monitoringEntries: 4,
  tasks: 0,
  sheets: 0,
  plans: 0,
  withdrawals: 0,
  participants: 0,
} as const satisfies Readonly<Record<LeavingList, number>>;

export const leavingLists = Object.keys(leftOnWholePage) as readonly LeavingList[];
export const isLeavingList = (name: string): name is LeavingList => Object.hasOwn(leftOnWholePage, name);

interface ListFacts {
  readonly state: CaseState;
  readonly texts: TextsRead;
  readonly people: readonly Colleague[];
  readonly reading: CaseReading;
}

/** The same for this viewer: whoever only has a つなぎ to answer has つなぎ. */
export const leftOnThePage = ({ work }: CaseReading): Readonly<Partial<Record<LeavingList, number>>> =>
  work ? leftOnWholePage : { handoffs: leftOnWholePage.handoffs };

/** What this viewer may know of each of them. */
export const listsOf = ({ state, texts, people, reading }: ListFacts): Pick<CaseView, LeavingList> => ({
  ...workListsView(state, texts, reading, people),
  participants: reading.work
    ? state.participants.filter((one) => reading.seesParticipant(one)).map(({ told: _told, ...one }) => one)
    : [],
  plans: reading.work ? planViews(state, texts, people) : [],
});
