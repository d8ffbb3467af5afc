import { mayRead } from '#libs/access';
import type { SittingState } from '#libs/domain';
import type { AskedPart, IsReadable } from '../records/asked-part.ts';

/** What of a part of a sitting is for this viewer: of an item only who may read it. */
export function readerOfSittingPart({ viewer, part, ...asked }: AskedPart<SittingState>): IsReadable | undefined {
  const [name, itemId = ''] = part.split('/');
  const isHidden =
    name === 'item' && !mayRead(viewer, 'item.read-texts', { ref: { kind: 'sitting' }, ...asked }, { itemId });
  return isHidden ? undefined : () => true;
}
