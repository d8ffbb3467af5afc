import type { Context } from '../record/context.ts';
import type { Expectation } from '../record/obligation.ts';
import type { CaseState, Placement } from './case-state.ts';
import { trackIsLive } from './consent-scope.ts';
import { currentPlan } from './current-plan.ts';
import { awaited, coordinator, gentle, inCharge, manager, nextStep, staffOf } from './expectation-parts.ts';
import { sheetsNow } from './planning.ts';
import { rolesTold } from './support.ts';

/** What the stage itself owes. */
export function ofStage(state: CaseState, ctx: Context): readonly Expectation[] {
  const plan = currentPlan(state);
  switch (state.stage) {
    case 'intake':
      return [
        {
          // Marked 急ぐ later, it is asked anew, for the same day.
          key: `screening/${String(state.round)}${state.urgent ? '/urgent' : ''}`,
          kind: 'screening',
          holder: inCharge(state),
          blocking: true,
          ...(state.urgent ? { sameDay: true } : {}),
        },
      ];
    case 'screening':
      return [
        {
          key: `handoff-to-send/${String(state.round)}/${String(state.handoffs.filter(({ main }) => main).length)}`,
          kind: 'handoff-to-send',
          holder: inCharge(state),
          blocking: true,
        },
      ];
    case 'accepted':
      return [
        {
          key: `consent/${String(state.round)}`,
          kind: 'consent',
          holder: inCharge(state),
          blocking: !trackIsLive(state),
        },
      ];
    case 'assessment':
      return assessment(state, ctx);
    case 'planning':
      return [
        plan && plan.explainedOn === null
          ? {
              key: `plan-explanation/${plan.id}/${String(plan.reviews)}`,
              kind: 'plan-explanation',
              holder: coordinator(ctx),
              blocking: true,
            }
          : {
              key: `plan-draft/${String(state.assessments)}`,
              kind: 'plan-draft',
              holder: coordinator(ctx),
              blocking: true,
            },
      ];
    case 'adequacyReview':
      return onMeeting(state, ctx, ['adequacyReview'], state.reviewAsked);
    case 'decision':
      if (plan?.approval)
        return [{ key: `approval/${plan.id}`, kind: 'approval', holder: manager(ctx), blocking: true }];
      return [
        state.approvalAsked
          ? {
              key: `approval-draft/${plan?.id ?? ''}`,
              kind: 'approval-draft',
              holder: coordinator(ctx),
              blocking: true,
            }
          : nextStep(`ask-for-approval/${plan?.id ?? ''}`, ctx),
      ];
    case 'support':
      return support(state, ctx);
    case 'evaluation':
      return state.evaluation.record === null
        ? [
            {
              key: `evaluation/${String(state.evaluation.n)}`,
              kind: 'evaluation',
              holder: inCharge(state),
              blocking: true,
              ...(state.evaluation.dueOn === null ? {} : { dueOn: state.evaluation.dueOn }),
            },
          ]
        : onMeeting(state, ctx, ['evaluation', 'closureDecision', 'interruption'], true);
    case 'interrupted':
      return [
        {
          key: `interruption-review/${String(state.interruption?.n ?? 0)}`,
          kind: 'interruption-review',
          holder: inCharge(state),
          blocking: true,
          ...(state.interruption ? { dueOn: state.interruption.reviewOn } : {}),
        },
      ];
    default:
      // `handoff` is owed through its つなぎ.
      return [];
  }
}

function assessment(state: CaseState, ctx: Context): readonly Expectation[] {
  if (state.sheetsAsked !== state.assessments) return [nextStep(`ask-for-sheets/${String(state.assessments)}`, ctx)];
  const asked = sheetsNow(state).filter(({ state: sheet }) => sheet === 'asked');
  if (asked.length > 0) {
    return asked.map(({ agency, round }) => ({
      key: `sheet/${String(round)}/${agency}`,
      kind: 'sheet',
      holder: staffOf(agency),
      blocking: true,
      about: agency,
      askedBy: ctx.rules.coordinatingBody,
      ...gentle(agency, ctx),
    }));
  }
  const complete = sheetsNow(state).every(({ state: sheet }) => sheet === 'received');
  return [
    complete
      ? nextStep(`begin-planning/${String(state.assessments)}`, ctx)
      : {
          key: `sheets-decision/${String(state.assessments)}`,
          kind: 'sheets-decision',
          holder: coordinator(ctx),
          blocking: true,
        },
  ];
}

/** To be placed on a 重層的支援会議, or waiting for the sitting it is placed on. */
function onMeeting(
  state: CaseState,
  ctx: Context,
  purposes: readonly Placement['purpose'][],
  asked: boolean,
): readonly Expectation[] {
  const placements = state.placements.filter(
    ({ kind, purpose }) => kind === 'planMeeting' && purposes.includes(purpose),
  );
  const open = placements.find(({ result }) => result === null);
  if (open) return [awaited(open, ctx, true)];
  const count = `${state.stage}/${String(state.evaluation.n)}/${String(currentPlan(state)?.reviews ?? 0)}/${String(placements.length)}`;
  return [
    asked
      ? { key: `meeting-placement/${count}`, kind: 'meeting-placement', holder: coordinator(ctx), blocking: true }
      : nextStep(`ask-for-review/${count}`, ctx),
  ];
}

function support(state: CaseState, ctx: Context): readonly Expectation[] {
  const { monitoring, evaluation } = state;
  const plan = currentPlan(state);
  return [
    ...(rolesTold(state) ? [] : [nextStep(`tell-roles/${plan?.id ?? ''}`, ctx)]),
    monitoring.open
      ? { key: `monitoring/${String(monitoring.rounds)}`, kind: 'monitoring', holder: inCharge(state), blocking: true }
      : monitoring.due
        ? nextStep(`ask-for-monitoring/${String(monitoring.rounds)}`, ctx)
        : {
            key: `monitoring-round/${String(state.evaluation.n)}/${String(monitoring.rounds)}`,
            kind: 'monitoring-round',
            holder: inCharge(state),
            blocking: false,
            ...(monitoring.nextOn === null ? {} : { dueOn: monitoring.nextOn }),
          },
    {
      key: `evaluation/${String(evaluation.n)}`,
      kind: 'evaluation',
      holder: inCharge(state),
      blocking: true,
      ...(evaluation.dueOn === null ? {} : { dueOn: evaluation.dueOn }),
    },
  ];
}
