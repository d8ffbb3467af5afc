import type { SittingStanding } from '#libs/contracts';
import { nextDueAtMs } from '../record/obligation.ts';
import { toPhone } from './invitation/phone-tasks.ts';
import { requiredAbsent } from './invitation/required-absence.ts';
import type { SittingState } from './sitting-state.ts';

const isClosed = ({ stage }: Pick<SittingState, 'stage'>): boolean => stage === 'closed' || stage === 'cancelled';

/** Nothing follows any more: also nobody has to be told by phone that it is off. */
export const isOver = (state: Pick<SittingState, 'stage' | 'calls'>): boolean =>
  isClosed(state) && state.calls.length === 0;

/** Where a sitting stands, for its workflow. */
export const sittingStanding = (state: SittingState): SittingStanding => ({
  seq: state.seq,
  stage: state.stage,
  closed: isOver(state),
  nextDueAtMs: nextDueAtMs(state.obligations),
  called: state.stage === 'called',
  uncalled: state.stage === 'called' ? state.invitations.filter(({ sent }) => !sent).length : 0,
  phoneTasksMissing: toPhone(state).length,
  requiredAbsent: state.stage === 'called' ? requiredAbsent(state) : 0,
  requiredAbsenceTold: state.requiredAbsenceTold,
  held: state.stage === 'held',
  cancelled: state.stage === 'cancelled',
  itemsWithoutDisposition: state.items.filter(({ disposition }) => disposition === null).length,
});
