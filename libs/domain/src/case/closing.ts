import { refuse, type Context, type Refusal } from '../record/context.ts';
import { knowsAgency } from '../rules/municipality-rules.ts';
import type { CaseState } from './case-state.ts';
import { trackIsLive } from './consent-scope.ts';
import { firstOf } from './refusals.ts';

/**
 * Why 多機関協働 may not end: the evaluation with an outcome per goal and the person's view, the reason, a named 主担当機関 and an
 * ended 支援会議 track are needed (R13, R48). Open tasks are handed over to the lead agency.
 */
export function closingRefusal(
  state: CaseState,
  command: { readonly endReason: string | null; readonly leadAgencyAfter: string | null },
  ctx: Context,
): Refusal | undefined {
  return firstOf(
    state.evaluation.record === null && refuse('closure.evaluation-missing'),
    command.endReason === null && refuse('closure.reason-missing'),
    command.leadAgencyAfter === null && refuse('closure.lead-agency-missing'),
    command.leadAgencyAfter !== null &&
      !knowsAgency(ctx.rules, command.leadAgencyAfter) &&
      refuse('agency.unknown', { agency: command.leadAgencyAfter }),
    openMatter(state),
  );
}

/**
 * What still runs beside the stages and would be left without an owner by any end: 支援会議での検討, a 候補, a つなぎ without answer.
 * `answering` is the つなぎ whose answer is the end.
 */
export const openMatter = (state: CaseState, answering?: string): Refusal | undefined =>
  firstOf(
    (trackIsLive(state) || state.track.state === 'candidate') && refuse('closure.track-live'),
    state.handoffs.some(({ id, state: answer }) => answer === 'awaiting' && id !== answering) &&
      refuse('closure.handoff-awaiting'),
  );

/** What a meeting had decided goes over to the agency that carries the support from now on. */
export const tasksHandedOver = (state: CaseState): CaseState['tasks'] =>
  state.tasks.map((task) => (task.state === 'open' ? { ...task, state: 'handedOver' } : task));
