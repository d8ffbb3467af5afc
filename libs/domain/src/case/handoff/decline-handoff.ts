import type { IsoDate } from '#libs/calendar';
import { code, orNull, ref, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { enteredFor, heard, type Entered } from '../../record/entered.ts';
import { toDesk } from '../../record/words.ts';
import type { TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { declineReasons, declineSuggestions, type DeclineReason, type DeclineSuggestion } from '../codes.ts';
import { atStage } from '../stage.ts';
import {
  answered,
  backToSender,
  handoffNow,
  handoffOf,
  isMain,
  likelyAnswer,
  otherAwaiting,
  unlessAnswered,
  withMain,
} from './handoff-of.ts';

/** 受理しない: a coded reason and a suggestion, or it is no answer. The case stays where it is while another つなぎ waits. */
export const declineHandoff = command('decline-handoff', {
  part: ({ handoffId }) => `handoff/${handoffId}`,
  stands: handoffNow,
  fields: {
    handoffId: ref(),
    reason: code(declineReasons),
    suggestion: code(declineSuggestions),
    answerText: orNull(text('handoff-answer', 4_000)),
    heard,
  },
  likely: likelyAnswer,
  refusal: unlessAnswered,
  decide: (state, { handoffId, reason, suggestion, answerText, heard: way }, ctx) => {
    const carriesOn = isMain(state, handoffId) ? otherAwaiting(state, [handoffId]) : undefined;
    return [
      {
        type: 'handoff-declined',
        v: 2,
        handoffId,
        on: ctx.today,
        reason,
        suggestion,
        answerText,
        stage: carriesOn ? null : backToSender(state, handoffId),
        entered: enteredFor(handoffOf(state, handoffId).to, way, ctx),
        ...(carriesOn ? { mainFromNow: carriesOn.id } : {}),
      },
    ];
  },
});

interface HandoffDeclined extends Fact<'handoff-declined', 2> {
  readonly handoffId: string;
  readonly on: IsoDate;
  readonly reason: DeclineReason;
  readonly suggestion: DeclineSuggestion;
  readonly answerText: TextId | null;
  /** `null`: the case stays where it is. */
  readonly stage: 'screening' | null;
  /** Somebody else than the receiver entered it. */
  readonly entered?: Entered | null;
  /** Another つなぎ that waits for its answer: it carries the stage on. */
  readonly mainFromNow?: string;
}

export const handoffDeclined = event<HandoffDeclined>('handoff-declined', 2, {
  fold: (state, { handoffId, on, reason, suggestion, answerText, stage, entered = null, mainFromNow }) => ({
    ...state,
    stage: atStage(state, stage),
    handoffs: withMain(
      answered(state, handoffId, { state: 'declined', reason, suggestion, answerText, entered }, on),
      mainFromNow,
    ),
  }),
  raises: ({ handoffId, mainFromNow }) => [
    'stage',
    `handoff/${handoffId}`,
    ...(mainFromNow === undefined ? [] : [`handoff/${mainFromNow}`]),
  ],
  area: ({ handoffId }) => ({ kind: 'handoff', handoffId }),
  tells: null,
  ...quiet,
  notifies: ({ handoffId }, after) => [toDesk(handoffOf(after, handoffId).from, 'handoff-declined')],
});
