import type { CaseState, ContactEntry, Placement } from '#libs/domain';
import type { CaseView, Colleague, ContactView, LeavingList } from '#libs/views';
import { enteredView } from '../../records/entered-view.ts';
import type { TextsRead } from '../../records/texts-read.ts';
import type { CaseReading } from './case-reading.ts';
import { seesWithdrawal } from './owed-about-persons.ts';

type WorkLists = Pick<CaseView, Exclude<LeavingList, 'plans' | 'participants'>>;

/**
 * What was written and done on the case, entry by entry, with the texts and codes this viewer may read. Whoever only has a つなぎ to answer
 * sees its letter; an agenda item is there for who may know of it (R24).
 */
export function workListsView(
  state: CaseState,
  texts: TextsRead,
  reading: CaseReading,
  people: readonly Colleague[],
): WorkLists {
  const withText = <T extends { readonly text: string | null }>(entry: T): T & { readonly masked: boolean } => ({
    ...entry,
    text: texts.of(entry.text),
    ...texts.mask(entry.text),
  });
  const contactView = ({ personIds: _about, ...entry }: ContactEntry): ContactView => {
    const shown = withText(entry);
    return shown.masked ? { ...shown, method: null, result: null } : shown;
  };
  /** A recipient learns that it was taken back, whoever reads of the person also how. */
  const withdrawalView = ({
    how,
    ...withdrawal
  }: CaseState['withdrawals'][number]): WorkLists['withdrawals'][number] => {
    const told = how && reading.person(withdrawal.personId) ? how : null;
    return {
      ...withdrawal,
      how: told && {
        ...told,
        representative: told.representative && {
          ground: told.representative.ground,
          nameText: texts.of(told.representative.nameText),
        },
      },
    };
  };
  /** Of a list what may be known of it at all. */
  const ofWork = <T>(list: readonly T[]): readonly T[] => (reading.work ? list : []);
  return {
    handoffs: state.handoffs
      .filter(({ id, to }) => reading.work || to === reading.agency || reading.handoff(id))
      .map(({ sentAt: _sentAt, personIds, ...handoff }) => ({
        ...handoff,
        // Whom it is about, as far as it says so to this viewer.
        personIds: reading.handoff(handoff.id) ? personIds : [],
        ...(reading.handoff(handoff.id) ? {} : { legalBasis: null }),
        // Why it was declined is between the two and the office: another agency that takes part learns that it was.
        ...(reading.handoff(handoff.id) || reading.secretariat ? {} : { reason: null, suggestion: null }),
        reasonText: texts.of(handoff.reasonText),
        messageText: texts.of(handoff.messageText),
        answerText: texts.of(handoff.answerText),
        entered: enteredView(handoff.entered, people),
        ...texts.mask(handoff.messageText),
      })),
    placements: state.placements.filter(({ itemId }) => reading.seesItem(itemId)).map(placementView(reading)),
    meetingRequests: ofWork(state.meetingRequests)
      .filter(({ id }) => reading.seesRequest(id))
      .map(({ itemId: _itemId, reopened: _reopened, reasonText, answerText, ...request }) => ({
        ...request,
        reasonText: texts.of(reasonText),
        answerText: texts.of(answerText),
        ...texts.mask(reasonText),
      })),
    sheets: ofWork(state.sheets).map((sheet) => ({ ...withText(sheet), entered: enteredView(sheet.entered, people) })),
    contacts: ofWork(state.contacts)
      .filter(({ by }) => reading.onTrack || by === reading.agency)
      .map(contactView),
    tasks: ofWork(state.tasks)
      .filter((task) => reading.seesTask(task))
      .map(withText),
    monitoringEntries: ofWork(state.monitoringEntries).map(contactView),
    withdrawals: state.withdrawals.filter((one) => seesWithdrawal(reading, one)).map(withdrawalView),
  };
}

// Whose consent was taken back, for which agency, and who comes or not, is nobody's who looks at the item.
const placementView =
  (reading: CaseReading) =>
  ({
    withdrawn: _withdrawn,
    seats: _seats,
    decidedAt: _decidedAt,
    ...placement
  }: Placement): WorkLists['placements'][number] =>
    reading.item(placement.itemId)
      ? { ...placement, masked: false }
      : { ...placement, purpose: null, legalBasis: null, result: null, personIds: [], masked: true };
