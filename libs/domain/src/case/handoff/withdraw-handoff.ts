import type { IsoDate } from '#libs/calendar';
import { ref, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { toDesk } from '../../record/words.ts';
import type { TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { atStage } from '../stage.ts';
import { answered, backToSender, handoffNow, handoffOf, likelyAnswer, unlessAwaiting, withMain } from './handoff-of.ts';

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

export interface HandoffWithdrawn extends Fact<'handoff-withdrawn', 2> {
  readonly handoffId: string;
  readonly on: IsoDate;
  /** Of who took it back; nothing where it was taken back with a consent. */
  readonly reasonText: TextId | null;
  /** `saidNo`: somebody whom it is about said no to its receiver. */
  readonly because?: 'saidNo';
  /** `null`: the case stays where it is. */
  readonly stage: 'screening' | null;
  /** Another つなぎ that waits for its answer: it carries the stage on. */
  readonly mainFromNow?: string;
}

export const handoffWithdrawn = event<HandoffWithdrawn>('handoff-withdrawn', 2, {
  fold: (state, { handoffId, on, stage, mainFromNow }) => ({
    ...state,
    stage: atStage(state, stage),
    handoffs: withMain(answered(state, handoffId, { state: 'withdrawn' }, on), mainFromNow),
  }),
  raises: ({ handoffId, mainFromNow }) => [
    'stage',
    `handoff/${handoffId}`,
    ...(mainFromNow === undefined ? [] : [`handoff/${mainFromNow}`]),
  ],
  area: ({ handoffId }) => ({ kind: 'handoff', handoffId }),
  tells: ['reasonText'],
  ...quiet,
  // Who took it back itself knows.
  notifies: ({ handoffId, because }, after) =>
    because === undefined ? [] : [toDesk(handoffOf(after, handoffId).from, 'handoff-withdrawn')],
});
