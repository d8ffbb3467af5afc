import type { CaseState } from '#libs/domain';
import type { CaseView, Colleague, LeavingList } from '#libs/views';
import type { TextsRead } from '../../records/texts-read.ts';
import type { CaseReading } from './case-reading.ts';
import { planViews } from './plan-view.ts';
import { workListsView } from './work-lists-view.ts';

/** The lists of a case's page that are read on one by one. */
export const leavingLists = [
  'handoffs',
  'placements',
  'contacts',
  'monitoringEntries',
  'tasks',
  'sheets',
  'plans',
  'withdrawals',
  'participants',
] as const satisfies readonly LeavingList[];

export const isLeavingList = (name: string): name is LeavingList => leavingLists.some((list) => list === name);

interface ListFacts {
  readonly state: CaseState;
  readonly texts: TextsRead;
  readonly people: readonly Colleague[];
  readonly reading: CaseReading;
}

/** The lists in which something may stand for this viewer: whoever only has a つなぎ to answer has つなぎ. */
export const listsFor = ({ work }: CaseReading): readonly LeavingList[] => (work ? leavingLists : ['handoffs']);

/** What this viewer may know of each of them. */
export const listsOf = ({ state, texts, people, reading }: ListFacts): Pick<CaseView, LeavingList> => ({
  ...workListsView(state, texts, reading),
  participants: reading.work ? state.participants : [],
  plans: reading.work ? planViews(state, texts, people) : [],
});
