import type { IsoDate } from '#libs/calendar';
import { ref, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import type { TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { atStage } from '../stage.ts';
import { answered, backToSender, likelyAnswer, unlessAwaiting, handoffNow } from './handoff-of.ts';

/** The sender takes a つなぎ back. */
export const withdrawHandoff = command('withdraw-handoff', {
  part: ({ handoffId }) => `handoff/${handoffId}`,
  stands: handoffNow,
  fields: { handoffId: ref(), reasonText: text('handoff-withdrawal', 4_000) },
  likely: likelyAnswer,
  refusal: (state, { handoffId }) => unlessAwaiting(state, handoffId),
  decide: (state, { handoffId, reasonText }, ctx) => [
    {
      type: 'handoff-withdrawn',
      v: 2,
      handoffId,
      on: ctx.today,
      reasonText,
      stage: backToSender(state, handoffId),
    },
  ],
});

interface HandoffWithdrawn extends Fact<'handoff-withdrawn', 2> {
  readonly handoffId: string;
  readonly on: IsoDate;
  readonly reasonText: TextId;
  /** `null`: the case stays where it is. */
  readonly stage: 'screening' | null;
}

export const handoffWithdrawn = event<HandoffWithdrawn>('handoff-withdrawn', 2, {
  fold: (state, { handoffId, on, stage }) => ({
    ...state,
    stage: atStage(state, stage),
    handoffs: answered(state, handoffId, { state: 'withdrawn' }, on),
  }),
  raises: ({ handoffId }) => ['stage', `handoff/${handoffId}`],
  area: ({ handoffId }) => ({ kind: 'handoff', handoffId }),
  tells: ['reasonText'],
  ...quiet,
});
