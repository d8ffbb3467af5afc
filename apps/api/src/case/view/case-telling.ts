import { agencyOfActor, supportCaseDefinition, type Area, type CaseState } from '#libs/domain';
import type { LoggedEvent, TellOf, Telling } from '../../records/history-view.ts';
import { areaOf, owedIn } from '../../records/told-of.ts';
import { personsOnTrack } from './case-pieces.ts';
import type { CaseReading } from './case-reading.ts';
import { seesWithdrawal } from './owed-about-persons.ts';

const hidesItem = (reading: CaseReading, { itemId }: { readonly itemId?: unknown }): boolean =>
  typeof itemId === 'string' && !reading.item(itemId);

/** Who took a withdrawal, as far as it was kept. */
const takenBy = (how: unknown): string | undefined =>
  typeof how === 'object' && how !== null && 'takenBy' in how && typeof how.takenBy === 'string'
    ? how.takenBy
    : undefined;

/** How much of each line of a case's history this viewer is told, by its area: of one person's consent, one つなぎ, one agenda item, as of the thing itself. */
export function caseTelling(reading: CaseReading, state: CaseState): TellOf {
  const happened = (isReadable: boolean): Telling => (isReadable ? 'all' : 'happened');
  const ofItem = (itemId: string, writtenBy?: string): Telling =>
    reading.item(itemId, writtenBy) ? 'all' : reading.seesItem(itemId) ? 'happened' : 'nothing';
  const ofTrack = (writer: string | undefined): Telling =>
    reading.track(writer, personsOnTrack(state)) ? 'all' : reading.onTrack ? 'happened' : 'nothing';

  const ofWork = (area: Exclude<Area, { kind: 'handoff' }>, writer: string | undefined): Telling => {
    switch (area.kind) {
      case 'work':
        return 'course';
      case 'secretariat':
        return reading.secretariat ? 'course' : 'nothing';
      case 'mainLine':
        return happened(reading.general);
      case 'track':
        return ofTrack(writer);
      case 'support':
        return happened(reading.support(writer));
      case 'person':
        return reading.person(area.personId) ? 'all' : 'nothing';
      case 'personOnTrack':
        return reading.person(area.personId) ? ofTrack(writer) : 'nothing';
      case 'withdrawal':
        return state.withdrawals.some((one) => area.withdrawalIds.includes(one.id) && seesWithdrawal(reading, one))
          ? 'all'
          : 'nothing';
      case 'request':
        return reading.seesRequest(area.requestId) ? 'all' : 'nothing';
      case 'item':
        return ofItem(area.itemId);
      case 'task': {
        const task = state.tasks.find(({ id }) => id === area.taskId);
        return task ? ofItem(task.itemId, task.agency) : 'nothing';
      }
      default:
        return 'nothing';
    }
  };
  /** Why somebody took a consent back may be about the very agencies that still read of them: it is for who heard it and who carries the case. */
  const readsWhy = ({ payload: { how }, actor }: LoggedEvent): boolean =>
    reading.secretariat ||
    (reading.agency !== undefined && [state.leadAgency, takenBy(how) ?? agencyOfActor(actor)].includes(reading.agency));
  return (event) => {
    const area = areaOf(supportCaseDefinition.events, event);
    if (!area) return 'nothing';
    if (area.kind === 'handoff' && reading.handoff(area.handoffId)) return 'all';
    if (!reading.work) return 'nothing';
    if (event.type.startsWith('obligation-')) {
      const { key, holder } = owedIn(event.payload, state);
      return reading.owes(key, holder) ? 'course' : 'nothing';
    }
    if (area.kind === 'handoff') return 'happened';
    const told = ofWork(area, agencyOfActor(event.actor));
    if (told === 'all' && event.type === 'consent-withdrawn' && !readsWhy(event)) return 'noted';
    // That it was taken is told to who asked; by which item, to who knows of that.
    return told === 'all' && hidesItem(reading, event.payload) ? 'happened' : told;
  };
}
