import { addDays, type IsoDate } from '#libs/calendar';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import { knowsAgency, type AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState } from '../case-state.ts';
import { event } from '../case-units.ts';
import type { EndReason } from '../codes.ts';
import { withCurrentPlan } from '../current-plan.ts';
import { firstOf } from '../refusals.ts';
import { handedOver, openMatter, openTasks } from './open-matter.ts';
import { standingsRefusal, type StandingsAtEnd } from './standing-at-end.ts';

interface End {
  readonly endReason: EndReason | null;
  readonly leadAgencyAfter: AgencyCode | null;
  readonly standings?: StandingsAtEnd | null | undefined;
}

/**
 * Why 多機関協働 may not end: the evaluation with an outcome per goal and the person's view, the reason, a named 主担当機関, how it stands
 * for each person of the household, and an ended 支援会議 track are needed (R13, R48). Open tasks are handed over to the lead agency.
 */
export function closingRefusal(
  state: CaseState,
  { endReason, leadAgencyAfter, standings }: End,
  ctx: Context,
): Refusal | undefined {
  return firstOf(
    state.evaluation.record === null && refuse('closure.evaluation-missing'),
    endReason === null && refuse('closure.reason-missing'),
    leadAgencyAfter === null && refuse('closure.lead-agency-missing'),
    leadAgencyAfter !== null &&
      !knowsAgency(ctx.rules, leadAgencyAfter) &&
      refuse('agency.unknown', { agency: leadAgencyAfter }),
    standingsRefusal(state, { standings }),
    openMatter(state),
  );
}

interface SupportEnded extends Fact<'support-ended', 2> {
  readonly on: IsoDate;
  readonly reason: EndReason;
  readonly leadAgencyAfter: AgencyCode;
  /** Who is in charge there. */
  readonly membershipId: string | null;
  /** How it stands for each person of the household; older ones asked nobody. */
  readonly standings?: StandingsAtEnd;
  readonly tasksHandedOver: readonly string[];
  readonly followUps: readonly { readonly day: number; readonly dueOn: IsoDate }[];
}

/** 終結: the coordinating body steps out, the lead agency goes on; agreed checks afterwards. */
export function endOfSupport(
  state: CaseState,
  { endReason, leadAgencyAfter, standings }: End,
  ctx: Context,
): SupportEnded {
  const lead = leadAgencyAfter ?? state.leadAgency;
  return {
    type: 'support-ended',
    v: 2,
    on: ctx.today,
    reason: endReason ?? 'other',
    leadAgencyAfter: lead,
    membershipId: lead === state.leadAgency ? state.personInCharge.membershipId : null,
    standings: standings ?? [],
    tasksHandedOver: openTasks(state),
    followUps: ctx.rules.followUpDays.map((day) => ({ day, dueOn: ctx.calendar.nextOpen(addDays(ctx.today, day)) })),
  };
}

export const supportEnded = event<SupportEnded>('support-ended', 2, {
  fold: (state, { on, reason, leadAgencyAfter, membershipId, standings = [], tasksHandedOver, followUps }) => ({
    ...withCurrentPlan(state, (plan) => ({ ...plan, state: 'ended' })),
    stage: 'followUp',
    leadAgency: leadAgencyAfter,
    ending: { reason, on, leadAgencyAfter, standings },
    personInCharge: { agency: leadAgencyAfter, membershipId },
    followUps: followUps.map((one) => ({ ...one, doneOn: null })),
    tasks: handedOver(state, tasksHandedOver),
  }),
  raises: () => ['stage'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
  counts: () => ['closure'],
});
