import { mayRead } from '#libs/access';
import type { SittingState } from '#libs/domain';
import type { AskedPart, ReadablePart } from '../records/readable-part.ts';

/** What a part of a sitting holds for this viewer. */
export function readableSittingPart({ viewer, part, ...asked }: AskedPart<SittingState>): ReadablePart | undefined {
  const [name, itemId = ''] = part.split('/');
  if (name === 'item' && !mayRead(viewer, 'item.read-texts', { ref: { kind: 'sitting' }, ...asked }, { itemId }))
    return undefined;
  return { contents: sittingPart(asked.state, name === 'item' ? itemId : undefined), isReadable: () => true };
}

function sittingPart(state: SittingState, itemId: string | undefined): ReadablePart['contents'] {
  if (itemId === undefined) {
    const { stage, heldOn, startsAt, endsAt, placeText, attendance } = state;
    return { stage, heldOn, startsAt, endsAt, placeText, ...(attendance ? { present: attendance.present } : {}) };
  }
  const item = state.items.find(({ id }) => id === itemId);
  return { frozen: item?.frozen ?? null, ...item?.disposition };
}
