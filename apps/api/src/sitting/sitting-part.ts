import type { SittingState } from '#libs/domain';

/** What stands in a part of a sitting now, in the field names of the commands that change it. */
export function sittingPart(state: SittingState, part: string): Readonly<Record<string, unknown>> {
  const [name, id] = part.split('/');
  if (name !== 'item') {
    const { stage, heldOn, startsAt, endsAt, placeText, attendance } = state;
    return { stage, heldOn, startsAt, endsAt, placeText, ...(attendance ? { present: attendance.present } : {}) };
  }
  const item = state.items.find((one) => one.id === id);
  return { frozen: item?.frozen ?? null, ...item?.disposition };
}
