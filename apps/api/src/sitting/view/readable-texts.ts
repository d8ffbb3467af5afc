import type { SittingState } from '#libs/domain';
import type { SittingReading } from './sitting-reading.ts';

/** The items whose content this viewer may read. */
export const readableItems = (reading: SittingReading): SittingState['items'] =>
  reading.items.filter(({ id }) => reading.item(id));

/** Which texts of the sitting's state this viewer may read; where it is held is for everybody who is let in. */
export const readableSittingTexts = (reading: SittingReading, state: SittingState): readonly string[] => {
  const items = readableItems(reading);
  return [
    state.placeText,
    ...(reading.general ? [state.urgentReasonText, ...state.invitations.map(({ proxyText }) => proxyText)] : []),
    ...items.map(({ disposition }) => disposition?.nextStepText ?? null),
  ].filter((id) => id !== null);
};
