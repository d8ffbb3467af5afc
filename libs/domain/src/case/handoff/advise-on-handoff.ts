import type { IsoDate } from '#libs/calendar';
import { ref, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { toDesk } from '../../record/words.ts';
import type { TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { handedOver, openMatter, openTasks } from '../closing/open-matter.ts';
import { firstOf } from '../refusals.ts';
import { atStage } from '../stage.ts';
import { answered, handoffOf, isMain, likelyAnswer, unlessAwaiting, handoffNow } from './handoff-of.ts';

/** 助言・後方支援: the case stays with its agency; advice on the main つなぎ ends it. */
export const adviseOnHandoff = command('advise-on-handoff', {
  part: ({ handoffId }) => `handoff/${handoffId}`,
  stands: handoffNow,
  fields: { handoffId: ref(), adviceText: text('advice', 10_000) },
  likely: likelyAnswer,
  refusal: (state, { handoffId }) =>
    firstOf(unlessAwaiting(state, handoffId), isMain(state, handoffId) && openMatter(state, handoffId)),
  decide: (state, { handoffId, adviceText }, ctx) => {
    const isEnd = isMain(state, handoffId);
    return [
      {
        type: 'handoff-advised',
        v: 2,
        handoffId,
        on: ctx.today,
        adviceText,
        stage: isEnd ? 'advised' : null,
        tasksHandedOver: isEnd ? openTasks(state) : [],
      },
    ];
  },
});

interface HandoffAdvised extends Fact<'handoff-advised', 2> {
  readonly handoffId: string;
  readonly on: IsoDate;
  readonly adviceText: TextId;
  /** `null`: the case stays where it is. */
  readonly stage: 'advised' | null;
  readonly tasksHandedOver: readonly string[];
}

export const handoffAdvised = event<HandoffAdvised>('handoff-advised', 2, {
  fold: (state, { handoffId, on, adviceText, stage, tasksHandedOver }) => ({
    ...state,
    stage: atStage(state, stage),
    handoffs: answered(state, handoffId, { state: 'advised', answerText: adviceText }, on),
    tasks: handedOver(state, tasksHandedOver),
  }),
  raises: ({ handoffId }) => ['stage', `handoff/${handoffId}`],
  area: ({ handoffId }) => ({ kind: 'handoff', handoffId }),
  tells: null,
  ...quiet,
  notifies: ({ handoffId }, after) => [toDesk(handoffOf(after, handoffId).from, 'handoff-advised')],
  counts: () => ['advice'],
});
