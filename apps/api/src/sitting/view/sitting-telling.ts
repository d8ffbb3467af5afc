import { sittingEvents, type Area, type SittingState } from '#libs/domain';
import type { TellOf, Telling } from '../../records/history-view.ts';
import { areaOf } from '../../records/told-of.ts';
import type { SittingReading } from './sitting-reading.ts';

/** How much of each line of a sitting's history this viewer is told, by its area: of an item only who may know of it. */
export function sittingTelling(reading: SittingReading, { items, removedItems }: SittingState): TellOf {
  // Also of items that were taken off again.
  const hidden = new Set(
    [...items, ...removedItems].filter(({ agencies }) => !reading.seesItem(agencies)).map(({ id }) => id),
  );
  /** What is owed about an item carries its id at the end of the key. */
  const isAboutHidden = (key: unknown): boolean =>
    typeof key === 'string' && [...hidden].some((id) => key.endsWith(`/${id}`));
  const readsSome = reading.general || reading.items.some(({ id }) => reading.item(id));
  const happened = (isReadable: boolean): Telling => (isReadable ? 'all' : 'happened');

  const toldOf = (area: Area): Telling => {
    switch (area.kind) {
      case 'work':
        return 'all';
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
      return isAboutHidden(payload['key'] ?? keyOf(payload['obligation'])) ? 'nothing' : 'all';
    const area = areaOf(sittingEvents, event);
    return area ? toldOf(area) : 'nothing';
  };
}

const keyOf = (obligation: unknown): unknown =>
  typeof obligation === 'object' && obligation !== null && 'key' in obligation ? obligation.key : null;
