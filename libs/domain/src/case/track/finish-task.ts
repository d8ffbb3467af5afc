import type { IsoDate } from '#libs/calendar';
import { code, orNull, ref, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { CaseState, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { staffOf } from '../expectation-parts.ts';
import { firstOf } from '../refusals.ts';

/** What came of a 決定事項 of a meeting. */
export const finishTask = command('finish-task', {
  part: ({ taskId }) => `task/${taskId}`,
  stands: (state, { taskId }) => ({ outcome: state.tasks.find(({ id }) => id === taskId)?.state ?? null }),
  fields: { taskId: ref(), outcome: code(['done', 'impossible']), text: orNull(text('task-result', 4_000)) },
  likely: (state) => {
    const open = state.tasks.find((task) => task.state === 'open');
    return open ? { taskId: open.id } : refuse('task.none-open');
  },
  refusal: (state, said) => {
    const task = state.tasks.find(({ id }) => id === said.taskId);
    return firstOf(
      !task && refuse('task.missing'),
      task?.state !== 'open' && refuse('task.not-open'),
      said.outcome === 'impossible' && said.text === null && refuse('task.reason-missing', { field: 'text' }),
    );
  },
  decide: (_state, { taskId, outcome, text: written }, ctx) => [
    { type: 'task-finished', v: 1, taskId, outcome, on: ctx.today, text: written },
  ],
});

interface TaskFinished extends Fact<'task-finished', 1> {
  readonly taskId: string;
  readonly outcome: 'done' | 'impossible';
  readonly on: IsoDate;
  readonly text: TextId | null;
}

export const taskFinished = event<TaskFinished>('task-finished', 1, {
  fold: (state, { taskId, outcome }) => ({
    ...state,
    tasks: state.tasks.map((task) => (task.id === taskId ? { ...task, state: outcome } : task)),
  }),
  raises: ({ taskId }) => [`task/${taskId}`],
  area: ({ taskId }) => ({ kind: 'task', taskId }),
  tells: ['text'],
  ...quiet,
});

export const tasksOwed = (state: CaseState): readonly Expectation[] =>
  state.tasks
    .filter((task) => task.state === 'open')
    .map(({ id, agency, dueOn }) => ({
      key: `decision-task/${id}`,
      kind: 'decision-task',
      holder: staffOf(agency),
      blocking: true,
      dueOn,
      about: id,
    }));
