import { sittingDefinition, type Area, type SittingState } from '#libs/domain';
import type { TellOf, Telling } from '../../records/history-view.ts';
import { areaOf } from '../../records/told-of.ts';
import type { SittingReading } from './sitting-reading.ts';

/** How much of each line of a sitting's history this viewer is told, by its area: of an item only who may know of it. */
export function sittingTelling(reading: SittingReading, { items, removedItems }: SittingState): TellOf {
  // Also of items that were taken off again.
  const hidden = new Set(
    [...items, ...removedItems].filter(({ agencies }) => !reading.seesItem(agencies)).map(({ id }) => id),
  );
  const readsSome = reading.general || reading.items.some(({ id }) => reading.item(id));
  const happened = (isReadable: boolean): Telling => (isReadable ? 'all' : 'happened');

  const toldOf = (area: Area): Telling => {
    switch (area.kind) {
      case 'work':
        return 'course';
      case 'mainLine':
        return happened(readsSome);
      case 'secretariat':
        return happened(reading.general);
      case 'agenda':
        return hidden.has(area.itemId) ? 'nothing' : 'all';
      case 'item':
        return hidden.has(area.itemId) ? 'nothing' : happened(reading.item(area.itemId));
      default:
        return 'nothing';
    }
  };
  return (event) => {
    const { type, payload } = event;
    if (type.startsWith('obligation-'))
      return isOwedAbout(hidden, payload['key'] ?? keyOf(payload['obligation'])) ? 'nothing' : 'course';
    const area = areaOf(sittingDefinition.events, event);
    return area ? toldOf(area) : 'nothing';
  };
}

/** Is this owed about one of these items? The key then ends with the id of the item; `about` names its case. */
export const isOwedAbout = (items: ReadonlySet<string>, key: unknown): boolean =>
  typeof key === 'string' && [...items].some((id) => key.endsWith(`/${id}`));

const keyOf = (obligation: unknown): unknown =>
  typeof obligation === 'object' && obligation !== null && 'key' in obligation ? obligation.key : null;
