import { refuse, type Refusal } from '../../record/context.ts';
import type { CaseState } from '../case-state.ts';
import { trackIsLive } from '../consent-scope.ts';
import { firstOf } from '../refusals.ts';

/**
 * What still runs beside the stages and would be left without an owner by any end: 支援会議での検討, a 候補, a つなぎ or a 案件化の依頼 without
 * answer.
 * `answering` is the つなぎ whose answer is the end.
 */
export const openMatter = (state: CaseState, answering?: string): Refusal | undefined =>
  firstOf(
    (trackIsLive(state) || state.track.state === 'candidate') && refuse('closure.track-live'),
    state.handoffs.some(({ id, state: answer }) => answer === 'awaiting' && id !== answering) &&
      refuse('closure.handoff-awaiting'),
    state.meetingRequests.some((one) => one.state === 'open') && refuse('closure.meeting-requested'),
  );

/** What a meeting had decided and nobody did yet: at an end it goes over to the agency that carries the support from then on. */
export const openTasks = (state: CaseState): readonly string[] =>
  state.tasks.filter((task) => task.state === 'open').map(({ id }) => id);

export const handedOver = (state: CaseState, taskIds: readonly string[]): CaseState['tasks'] =>
  state.tasks.map((task) => (taskIds.includes(task.id) ? { ...task, state: 'handedOver' } : task));
