import type { KeptState } from '../record/keeping.ts';
import type { AnyEvent } from '../record/transact.ts';
import { itemFrozenOfOld } from './agenda/freeze-item.ts';
import { sittingCancelledOfOld } from './course/cancel-sitting.ts';
import { sittingHeldOfOld } from './course/hold-sitting.ts';
import { sittingMovedOfOld } from './course/move-sitting.ts';
import { invitationAnsweredOfOld } from './invitation/answer-invitation.ts';
import type { SittingState } from './sitting-state.ts';

/** An older event with the state before it. */
const from =
  (raise: (old: never, before: SittingState) => AnyEvent) =>
  (event: AnyEvent, state: KeptState | undefined): AnyEvent => {
    if (!state) throw new Error(`a log cannot begin with ${event.type}`);
    return raise(event as never, state as SittingState);
  };

/** By `type/v`: events of a sitting as older builds wrote them. */
export const sittingUpcasters = {
  'item-frozen/1': from(itemFrozenOfOld),
  'invitation-answered/1': from(invitationAnsweredOfOld),
  'sitting-moved/1': from(sittingMovedOfOld),
  'sitting-moved/2': from(sittingMovedOfOld),
  'sitting-held/1': from(sittingHeldOfOld),
  'sitting-cancelled/1': from(sittingCancelledOfOld),
} as const;
