import type { CaseState } from '../../case/case-state.ts';
import { itemPurposes } from '../../case/codes.ts';
import type { Holding } from '../../command/fields.ts';
import { agencies, code, made, ref, refs } from '../../command/fields.ts';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import { bodyOf } from '../../rules/municipality-rules.ts';
import type { AgendaItem, SittingState } from '../sitting-state.ts';

/** 案件 as it is put on a sitting: one case with its persons. Its number, basis and kind are found by the rule. */
export const newItem = {
  itemId: made(),
  caseId: ref(),
  purpose: code(itemPurposes),
  personIds: refs(1, 30),
  agencies: agencies(),
};
export type NewItem = Holding<typeof newItem>;

const caseOn = (caseId: string, ctx: Context): CaseState | undefined =>
  ctx.others?.get(caseId) as CaseState | undefined;

/** The case has to be there, in this municipality; a page that only asks what it could offer names none. */
export const missingCase = ({ caseId }: Pick<NewItem, 'caseId'>, ctx: Context): Refusal | undefined =>
  ctx.others && !ctx.others.has(caseId) ? refuse('record.missing') : undefined;

export const missingItem = (state: SittingState, itemId: string): Refusal | undefined =>
  state.items.some(({ id }) => id === itemId) ? undefined : refuse('item.missing');

/** An item with the body's basis on it: the basis belongs to the item (R5). @throws when body or case are missing: a rule refused that */
export function itemOf({ itemId, ...item }: NewItem, body: string, ctx: Context): AgendaItem {
  const rules = bodyOf(ctx.rules, body);
  const kase = caseOn(item.caseId, ctx);
  if (!rules || !kase) throw new Error(`body ${body} or case ${item.caseId} is not there`);
  return {
    id: itemId,
    caseId: item.caseId,
    caseNumber: kase.caseNumber,
    kind: rules.kind,
    legalBasis: rules.legalBasis,
    purpose: item.purpose,
    personIds: item.personIds,
    agencies: item.agencies,
    frozen: false,
    disposition: null,
  };
}

export const withItem = (state: SittingState, itemId: string, change: Partial<AgendaItem>): SittingState => ({
  ...state,
  items: state.items.map((item) => (item.id === itemId ? { ...item, ...change } : item)),
});

/** The first item without a 協議結果: what a page would offer to deal with. */
export const firstOpenItem = (state: SittingState): AgendaItem | undefined =>
  state.items.find(({ disposition }) => disposition === null);

/** What stands in an item, in the fields of the commands that change it. */
export function itemNow(state: SittingState, { itemId }: { readonly itemId: string }): object {
  const item = state.items.find(({ id }) => id === itemId);
  return { frozen: item?.frozen ?? null, ...item?.disposition };
}
