import type { IsoDate } from '#libs/calendar';
import type { TextId } from '../../case/case-state.ts';
import { dispositionResults, endReasons, type DispositionResult } from '../../case/codes.ts';
import { standingsAtEnd } from '../../case/closing/standing-at-end.ts';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agency, code, date, made, orNull, ref, text } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import { command, event, unlessIn } from '../sitting-unit.ts';
import { firstOpenItem, missingItem, withItem, itemNow } from './agenda-item.ts';
import { toOpenCases } from './said-to-cases.ts';

/** 協議結果: result, next step, who, by when. `endReason`, `leadAgencyAfter` and `standings` belong to the result `ended`. */
export const giveDisposition = command('give-disposition', {
  fields: {
    itemId: ref(),
    result: code(dispositionResults),
    /** 決定事項 that the case gets from it. */
    taskId: made(),
    ownerAgency: agency(),
    dueOn: date('coming'),
    nextStepText: text('next-step', 4_000),
    endReason: orNull(code(endReasons)),
    leadAgencyAfter: orNull(agency()),
    ...standingsAtEnd,
  },
  part: ({ itemId }) => `item/${itemId}`,
  stands: itemNow,
  likely: (state) => {
    const item = firstOpenItem(state) ?? state.items[0];
    return item ? { itemId: item.id } : {};
  },
  links: (state, given, sitting) =>
    toOpenCases(state, sitting, () => ({ ...given, type: 'take-disposition' }), given.itemId),
  refusal: (state, given) =>
    firstOf(
      unlessIn(state, ['held'], given),
      missingItem(state, given.itemId),
      state.items.find(({ id }) => id === given.itemId)?.disposition !== null && refuse('item.already-disposed'),
    ),
  decide: (_state, { itemId, result, ownerAgency, dueOn, nextStepText }, ctx) => [
    { type: 'disposition-given', v: 1, itemId, result, ownerAgency, dueOn, nextStepText, on: ctx.today },
  ],
});

interface DispositionGiven extends Fact<'disposition-given', 1> {
  readonly itemId: string;
  readonly result: DispositionResult;
  readonly ownerAgency: AgencyCode;
  readonly dueOn: IsoDate;
  readonly nextStepText: TextId;
  readonly on: IsoDate;
}
export const dispositionGiven = event<DispositionGiven>('disposition-given', 1, {
  fold: (state, { itemId, result, ownerAgency, dueOn, nextStepText }) =>
    withItem(state, itemId, { disposition: { result, ownerAgency, dueOn, nextStepText } }),
  raises: ({ itemId }) => [`item/${itemId}`],
  area: ({ itemId }) => ({ kind: 'item', itemId }),
  tells: null,
  ...quiet,
  // 事例検討; what was put off was not discussed.
  counts: ({ itemId, result }, { items }) =>
    result === 'adjourned' ? [] : items.filter(({ id }) => id === itemId).map(({ kind }) => `item.${kind}`),
});
