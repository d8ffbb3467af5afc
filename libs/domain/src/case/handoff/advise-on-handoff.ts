import type { IsoDate } from '#libs/calendar';
import { ref, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { enteredFor, heard, type Entered } from '../../record/entered.ts';
import { toDesk } from '../../record/words.ts';
import type { TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { handedOver, openMatter, openTasks } from '../closing/open-matter.ts';
import { firstOf } from '../refusals.ts';
import { atStage } from '../stage.ts';
import { answered, handoffOf, isMain, likelyAnswer, unlessAnswered, handoffNow } from './handoff-of.ts';

/** 助言・後方支援: the case stays with its agency; advice on the main つなぎ ends it. */
export const adviseOnHandoff = command('advise-on-handoff', {
  part: ({ handoffId }) => `handoff/${handoffId}`,
  stands: handoffNow,
  fields: { handoffId: ref(), adviceText: text('advice', 10_000), heard },
  likely: likelyAnswer,
  refusal: (state, said, ctx) =>
    firstOf(unlessAnswered(state, said, ctx), isMain(state, said.handoffId) && openMatter(state, said.handoffId)),
  decide: (state, { handoffId, adviceText, heard: way }, ctx) => {
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
        entered: enteredFor(handoffOf(state, handoffId).to, way, ctx),
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
  /** Somebody else than the receiver entered it. */
  readonly entered?: Entered | null;
}

export const handoffAdvised = event<HandoffAdvised>('handoff-advised', 2, {
  fold: (state, { handoffId, on, adviceText, stage, tasksHandedOver, entered = null }) => ({
    ...state,
    stage: atStage(state, stage),
    handoffs: answered(state, handoffId, { state: 'advised', answerText: adviceText, entered }, on),
    tasks: handedOver(state, tasksHandedOver),
  }),
  raises: ({ handoffId }) => ['stage', `handoff/${handoffId}`],
  area: ({ handoffId }) => ({ kind: 'handoff', handoffId }),
  tells: null,
  ...quiet,
  notifies: ({ handoffId }, after) => [toDesk(handoffOf(after, handoffId).from, 'handoff-advised')],
  counts: () => ['advice'],
});
