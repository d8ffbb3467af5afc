import type { sittingCommands } from '#libs/domain';
import type { SittingView } from '../api/sitting-view.ts';
import type { Askings } from '../command/forms-of.ts';

export type SittingAskings = Askings<typeof sittingCommands, SittingView>;

export const placeOf = (view: SittingView): string | null => view.placeText ?? view.place ?? null;
