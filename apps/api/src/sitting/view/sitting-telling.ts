import type { AgendaItem } from '#libs/domain';
import type { LoggedEvent, TellOf } from '../../records/history-view.ts';
import type { SittingReading } from './sitting-reading.ts';

/** How much of each line of a sitting's history this viewer is told: of an item only who may know of it, of reasons and proxies the office. */
export function sittingTelling(reading: SittingReading, events: readonly LoggedEvent[]): TellOf {
  // Also of items that were taken off again: the log knows who sat on them.
  const added = events
    .filter(({ type }) => type === 'item-added')
    .map(({ payload }) => payload['item'] as Pick<AgendaItem, 'id' | 'agencies'>);
  const seen = new Set(added.filter(({ agencies }) => reading.seesItem(agencies)).map(({ id }) => id));
  const isHidden = (itemId: unknown): boolean => added.some(({ id }) => id === itemId) && !seen.has(String(itemId));
  /** What is owed about an item carries its id at the end of the key. */
  const isAboutHidden = (key: unknown): boolean =>
    typeof key === 'string' && added.some(({ id }) => !seen.has(id) && key.endsWith(`/${id}`));
  const readsSome = reading.general || reading.items.some(({ id }) => reading.item(id));

  return ({ type, payload }) => {
    const { itemId, item, obligation, key } = payload;
    if (isHidden(type === 'item-added' ? idOf(item) : itemId)) return 'nothing';
    if (isAboutHidden(key ?? keyOf(obligation))) return 'nothing';
    if (type === 'disposition-given' && !reading.item(String(itemId))) return 'happened';
    if (type === 'sitting-cancelled') return readsSome ? 'all' : 'happened';
    return type === 'invitation-answered' && !reading.general ? 'happened' : 'all';
  };
}

const idOf = (item: unknown): unknown => (typeof item === 'object' && item !== null && 'id' in item ? item.id : null);
const keyOf = (obligation: unknown): unknown =>
  typeof obligation === 'object' && obligation !== null && 'key' in obligation ? obligation.key : null;
