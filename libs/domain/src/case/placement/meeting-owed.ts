import type { Context } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { CaseState } from '../case-state.ts';
import type { Placement } from '../taking-part.ts';
import { currentPlan } from '../current-plan.ts';
import { coordinator, nextStep, sittingAwaited } from '../expectation-parts.ts';

/** To be placed on a 重層的支援会議, or waiting for the sitting it is placed on. */
export function planMeetingOwed(
  state: CaseState,
  ctx: Context,
  purposes: readonly Placement['purpose'][],
  asked: boolean,
): readonly Expectation[] {
  const placements = state.placements.filter(
    ({ kind, purpose }) => kind === 'planMeeting' && purposes.includes(purpose),
  );
  const open = placements.find(({ result }) => result === null);
  if (open) return [sittingAwaited(open, ctx, true)];
  const before = purposes.reduce((sum, purpose) => sum + (state.past.disposed[purpose] ?? 0), 0);
  const decided = before + placements.length;
  const count = `${state.stage}/${String(state.evaluation.n)}/${String(currentPlan(state)?.reviews ?? 0)}/${String(decided)}`;
  return [
    asked
      ? { key: `meeting-placement/${count}`, kind: 'meeting-placement', holder: coordinator(ctx), blocking: true }
      : nextStep(`ask-for-review/${count}`, ctx),
  ];
}
