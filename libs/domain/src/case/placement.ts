import { addDays, addMonths } from '#libs/calendar';
import { refuse, type Context, type Refusal } from '../record/context.ts';
import type { CommandRules } from '../record/definition.ts';
import { bodyOf, knowsAgency } from '../rules/municipality-rules.ts';
import type { CaseState, Placement } from './case-state.ts';
import type { PlacementCommand } from './case.commands.ts';
import type { PlacementEvent } from './case.events.ts';
import { closingRefusal } from './closing.ts';
import type { DispositionResult } from './codes.ts';
import { currentPlan } from './current-plan.ts';
import { consentRefusal, openPlacement, placementRefusal, resultsOf } from './placement-gate.ts';
import { firstOf, unlessIn } from './refusals.ts';
import { isEnded, type Stage } from './stage.ts';

/** What a sitting says to the cases on it, in its own transaction. */
export const placementCommands: CommandRules<CaseState, PlacementCommand, PlacementEvent> = {
  'place-on-sitting': {
    refusal: (state, command, ctx) => {
      const kind = bodyOf(ctx.rules, command.body)?.kind;
      if (kind === undefined) return refuse('body.unknown', { body: command.body });
      return firstOf(
        placementRefusal(state, { ...command, kind }, ctx),
        state.placements.some(({ itemId }) => itemId === command.itemId) && refuse('item.id-used'),
        state.placements.some(
          (placed) => placed.result === null && placed.kind === kind && placed.purpose === command.purpose,
        ) && refuse('item.already-placed'),
      );
    },
    decide: (_state, command, ctx) => {
      const body = bodyOf(ctx.rules, command.body);
      if (!body) return [];
      const { itemId, sittingId, purpose, personIds, agencies, heldOn } = command;
      return [
        {
          type: 'placed-on-sitting',
          v: 1,
          itemId,
          sittingId,
          kind: body.kind,
          legalBasis: body.legalBasis,
          purpose,
          personIds,
          agencies,
          heldOn,
          on: ctx.today,
        },
      ];
    },
  },
  'move-placement': {
    // Consent is judged on the day of the sitting, so also on the new one (R3).
    refusal: (state, command) => {
      const placement = state.placements.find(({ itemId }) => itemId === command.itemId);
      return firstOf(
        openPlacement(state, command.itemId),
        placement && !placement.frozen && consentRefusal(state, { ...placement, heldOn: command.heldOn }),
      );
    },
    decide: (_state, command) => [{ type: 'placement-moved', v: 1, itemId: command.itemId, heldOn: command.heldOn }],
  },
  'drop-placement': {
    refusal: (state, command) => openPlacement(state, command.itemId),
    decide: (_state, command) => [{ type: 'placement-dropped', v: 1, itemId: command.itemId }],
  },
  'take-disposition': {
    refusal: (state, command, ctx) => {
      const placement = state.placements.find((one) => one.itemId === command.itemId);
      return firstOf(
        openPlacement(state, command.itemId),
        placement &&
          !resultsOf(placement).includes(command.result) &&
          refuse('disposition.result-unfit', { result: command.result }),
        command.result !== 'adjourned' && placement && substanceRefusal(state, placement, command),
        command.dueOn <= ctx.today && refuse('date.not-ahead', { field: 'dueOn' }),
        !knowsAgency(ctx.rules, command.ownerAgency) && refuse('agency.unknown', { agency: command.ownerAgency }),
        command.result === 'ended' && closingRefusal(state, command, ctx),
      );
    },
    decide: (state, command, ctx) => [
      {
        type: 'disposition-taken',
        v: 1,
        itemId: command.itemId,
        result: command.result,
        taskId: command.taskId,
        ownerAgency: command.ownerAgency,
        dueOn: command.dueOn,
        nextStepText: command.nextStepText,
        on: ctx.today,
      },
      ...consequences(state, command, ctx),
    ],
  },
};

/** Stages in which a result may move the main line: an item that outlived its question can only be adjourned or noted (R10). */
const stagesOfResult: Partial<Readonly<Record<DispositionResult, readonly Stage[]>>> = {
  adequate: ['adequacyReview'],
  conditional: ['adequacyReview'],
  redo: ['adequacyReview'],
  ended: ['evaluation', 'interrupted'],
  replan: ['evaluation', 'interrupted'],
  interrupted: ['evaluation', 'interrupted'],
};

/** Why an item may be adjourned but not decided. Consent is judged on the day of the sitting, when it is decided as when it is placed (R3). */
function substanceRefusal(
  state: CaseState,
  placement: Placement,
  { type, itemId, result }: Extract<PlacementCommand, { type: 'take-disposition' }>,
): Refusal | undefined {
  const allowed = stagesOfResult[result];
  return firstOf(
    isEnded(state.stage) && refuse('case.ended'),
    placement.frozen && refuse('item.frozen'),
    placement.kind === 'planMeeting' && consentRefusal(state, placement),
    allowed && unlessIn(state, allowed, { type: `${type}:${result}` }),
    result === 'trackEnded' &&
      state.placements.some((one) => one.kind === 'supportMeeting' && one.result === null && one.itemId !== itemId) &&
      refuse('track.item-open'),
  );
}

/** What a result means for the main line. */
function consequences(
  state: CaseState,
  command: Extract<PlacementCommand, { type: 'take-disposition' }>,
  ctx: Context,
): readonly PlacementEvent[] {
  const plan = currentPlan(state);
  const purpose = state.placements.find(({ itemId }) => itemId === command.itemId)?.purpose;
  switch (command.result) {
    case 'adequate':
    case 'conditional':
    case 'redo':
      return plan
        ? [
            {
              type: 'plan-reviewed',
              v: 1,
              planId: plan.id,
              result: command.result,
              on: ctx.today,
              conditionText: command.result === 'conditional' ? command.nextStepText : null,
            },
          ]
        : [];
    case 'replan':
      return [{ type: 'replan-begun', v: 1, on: ctx.today }];
    case 'continued':
      return purpose === 'informationSharing' || state.stage !== 'evaluation'
        ? []
        : [
            {
              type: 'support-continued',
              v: 1,
              on: ctx.today,
              nextEvaluationOn: addMonths(ctx.today, ctx.rules.evaluationEveryMonths),
            },
          ];
    case 'interrupted':
      return [{ type: 'support-interrupted', v: 1, on: ctx.today, reviewOn: command.dueOn }];
    case 'ended':
      return [
        {
          type: 'support-ended',
          v: 1,
          on: ctx.today,
          reason: command.endReason ?? 'other',
          leadAgencyAfter: command.leadAgencyAfter ?? state.leadAgency,
          followUps: ctx.rules.followUpDays.map((day) => ({
            day,
            dueOn: ctx.calendar.nextOpen(addDays(ctx.today, day)),
          })),
        },
      ];
    default:
      return [];
  }
}
