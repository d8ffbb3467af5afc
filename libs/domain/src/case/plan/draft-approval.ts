import type { IsoDate } from '#libs/calendar';
import { date, line } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import { toCoordinator, toManager } from '../../record/words.ts';
import { command, event } from '../case-units.ts';
import { currentPlan, withCurrentPlan, planNow } from '../current-plan.ts';
import { alreadySo, firstOf, unlessIn } from '../refusals.ts';
import { unlessPlan } from './explain-plan.ts';

/** The procedure asks for the 起案. */
export const askForApproval = command('ask-for-approval', {
  part: null,
  fields: {},
  likely: null,
  refusal: (state) => (state.stage !== 'decision' || state.approvalAsked ? alreadySo : undefined),
  decide: (_state, _said, ctx) => [{ type: 'approval-asked', v: 1, on: ctx.today }],
});

interface ApprovalAsked extends Fact<'approval-asked', 1> {
  readonly on: IsoDate;
}

export const approvalAsked = event<ApprovalAsked>('approval-asked', 1, {
  fold: (state) => ({ ...state, approvalAsked: true }),
  raises: null,
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
  notifies: (_asked, _after, ctx) => [toCoordinator(ctx, 'work-waiting', 'approval-draft')],
});

/** 起案: the paper that the decision is made on (R45). */
export const draftApproval = command('draft-approval', {
  part: 'plan',
  stands: planNow,
  fields: { draftedOn: date('done'), documentNumber: line(60) },
  likely: () => ({}),
  refusal: (state, said) =>
    firstOf(
      unlessIn(state, ['decision'], said),
      unlessPlan(state),
      Boolean(currentPlan(state)?.approval) && refuse('approval.already-drafted'),
    ),
  decide: (state, { draftedOn, documentNumber }) => [
    { type: 'approval-drafted', v: 1, planId: currentPlan(state)?.id ?? '', draftedOn, documentNumber },
  ],
});

interface ApprovalDrafted extends Fact<'approval-drafted', 1> {
  readonly planId: string;
  readonly draftedOn: IsoDate;
  readonly documentNumber: string;
}

export const approvalDrafted = event<ApprovalDrafted>('approval-drafted', 1, {
  fold: (state, { draftedOn, documentNumber }) =>
    withCurrentPlan(state, (plan) => ({ ...plan, approval: { draftedOn, documentNumber } })),
  raises: () => ['plan'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
  notifies: (_drafted, _after, ctx) => [toManager(ctx, 'work-waiting', 'approval')],
});
