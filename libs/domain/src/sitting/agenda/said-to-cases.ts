import type { RecordRef } from '#libs/contracts';
import type { LinkedCommand } from '../../record/definition.ts';
import type { AgendaItem, SittingState } from '../sitting-state.ts';
import type { NewItem } from './agenda-item.ts';

type Said = LinkedCommand['command'];

const toCase = ({ municipality }: RecordRef, caseId: string, command: Said): LinkedCommand => ({
  ref: { municipality, kind: 'support-case', id: caseId },
  command,
});

/** The case learns that it is put on this sitting; it refuses what its persons did not consent to. */
export const placed = (
  { itemId, caseId, purpose, personIds, agencies }: NewItem,
  { heldOn, body }: Pick<SittingState, 'heldOn' | 'body'>,
  sitting: RecordRef,
): LinkedCommand =>
  toCase(sitting, caseId, {
    type: 'place-on-sitting',
    ...{ itemId, sittingId: sitting.id, body, purpose, personIds, agencies, heldOn },
  });

/** Said to each case on the sitting that has no 協議結果 yet; with an item, to that of the item alone. */
export const toOpenCases = (
  { items }: SittingState,
  sitting: RecordRef,
  say: (item: AgendaItem) => Said,
  itemId?: string,
): readonly LinkedCommand[] =>
  items
    .filter(({ id, disposition }) => disposition === null && (itemId === undefined || id === itemId))
    .map((item) => toCase(sitting, item.caseId, say(item)));

export const dropped = ({ id }: AgendaItem): Said => ({ type: 'drop-placement', itemId: id });
