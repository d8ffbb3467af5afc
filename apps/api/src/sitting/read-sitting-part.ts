import type { SittingState } from '#libs/domain';
import type { AskedPart, ReadPart } from '../records/asked-part.ts';
import { casesOn } from './cases-on.ts';
import { itemDisclosures } from './view/item-disclosures.ts';
import { readableSittingTexts } from './view/readable-texts.ts';
import { SittingReading } from './view/sitting-reading.ts';

/** What of a part of a sitting is for this viewer, judged as its page is: of an item only who may read it. */
export async function readSittingPart({
  tx,
  viewer,
  record,
  part,
  ...asked
}: AskedPart<SittingState>): Promise<ReadPart<SittingState> | undefined> {
  const { state } = record;
  const reading = new SittingReading(viewer, { state, cases: await casesOn(tx, state), ...asked });
  const [name, itemId = ''] = part.split('/');
  if (name === 'item' && !reading.item(itemId)) return undefined;
  const readable = new Set(readableSittingTexts(reading, state));
  return {
    state,
    isReadable: (textId) => readable.has(textId),
    shown: (contents) => contents,
    disclosures: () =>
      itemDisclosures(
        viewer,
        asked.rules,
        state.items.filter(({ id }) => id === itemId),
        reading,
      ),
  };
}
