import { sittingDefinition, type Area, type SittingState } from '#libs/domain';
import type { TellOf, Telling } from '../../records/history-view.ts';
import { areaOf, owedIn } from '../../records/told-of.ts';
import type { SittingReading } from './sitting-reading.ts';

/**
 * How much of each line of a sitting's history this viewer is told, by its area: of an item only who may know of it, of what was asked and
 * answered only who was asked, beside the office.
 */
export function sittingTelling(reading: SittingReading, state: SittingState): TellOf {
  const ofOffice = (isRead: boolean): Telling => (isRead ? 'all' : reading.oversees ? 'happened' : 'nothing');

  const toldOf = (area: Area): Telling => {
    switch (area.kind) {
      case 'work':
        return 'course';
      case 'mainLine':
        return reading.general ? 'all' : 'happened';
      case 'secretariat':
        return ofOffice(reading.general);
      case 'invitation':
        return reading.seesInvitationOf(area.invitationId) ? (reading.general ? 'all' : 'happened') : 'nothing';
      case 'agenda':
        return reading.seesItem(area.itemId) ? 'all' : 'nothing';
      case 'item':
        return reading.seesItem(area.itemId) ? (reading.item(area.itemId) ? 'all' : 'happened') : 'nothing';
      default:
        return 'nothing';
    }
  };
  return (event) => {
    if (event.type.startsWith('obligation-')) {
      const { key, holder } = owedIn(event.payload, state);
      return reading.owes(key, holder) ? 'course' : 'nothing';
    }
    const area = areaOf(sittingDefinition.events, event);
    return area ? toldOf(area) : 'nothing';
  };
}
