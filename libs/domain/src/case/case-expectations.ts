import type { Context } from '../record/context.ts';
import type { Expectation } from '../record/obligation.ts';
import type { CaseState } from './case-state.ts';
import { consentedPersons, trackIsLive } from './consent-scope.ts';
import { currentPlan } from './current-plan.ts';
import { awaited, coordinator, gentle, inCharge, manager, nextStep, staffOf } from './expectation-parts.ts';
import { ofStage } from './main-line-expectations.ts';
import { isClosed, isEnded, onMainLine } from './stage.ts';
import { followUpsLeft } from './support.ts';

/**
 * What a case owes in this state, by whom: every open case has at least one (design.md 1, sentence 5). Steps that a procedure takes by
 * itself are owed by the coordinator as `next-step`, so that nothing is without an owner while procedures are behind.
 */
export function caseExpectations(state: CaseState, ctx: Context): readonly Expectation[] {
  if (isClosed(state.stage)) return [];
  if (state.stage === 'followUp') return [...followUps(state, ctx), ...withdrawals(state, ctx)];
  return [...ofStage(state, ctx), ...handoffs(state, ctx), ...track(state, ctx), ...besides(state, ctx)];
}

const handoffs = (state: CaseState, ctx: Context): readonly Expectation[] =>
  state.handoffs
    .filter((handoff) => handoff.state === 'awaiting')
    .map((handoff) => ({
      key: `handoff-answer/${handoff.id}`,
      kind: 'handoff-answer',
      holder: staffOf(handoff.to),
      blocking: handoff.main,
      about: handoff.id,
      askedBy: handoff.from,
      ...gentle(handoff.to, ctx),
    }));

function track(state: CaseState, ctx: Context): readonly Expectation[] {
  const { track: region } = state;
  if (region.state === 'candidate')
    return [
      {
        key: `candidate-decision/${String(region.candidacies)}`,
        kind: 'candidate-decision',
        holder: manager(ctx),
        blocking: !onMainLine(state.stage),
      },
    ];
  if (!trackIsLive(state)) return [];
  const open = state.placements.filter(({ kind, result }) => kind === 'supportMeeting' && result === null);
  const blocking = !onMainLine(state.stage);
  if (open.length > 0)
    return [...open.map((placement) => awaited(placement, ctx, blocking)), ...outreach(state, blocking)];
  if (region.nextReviewOn === null)
    return [
      {
        key: `track-placement/${String(region.candidacies)}/${String(disposedOnTrack(state))}`,
        kind: 'track-placement',
        holder: coordinator(ctx),
        blocking,
      },
      ...outreach(state, blocking),
    ];
  return [
    {
      key: `track-review/${String(region.reviews)}/${String(disposedOnTrack(state))}`,
      kind: 'track-review',
      holder: coordinator(ctx),
      blocking,
      dueOn: region.nextReviewOn,
    },
    ...outreach(state, blocking),
  ];
}

/** How often a 支援会議 has dealt with the case: other sittings must not set its dates back. */
const disposedOnTrack = (state: CaseState): number =>
  state.placements.filter(({ kind, result }) => kind === 'supportMeeting' && result !== null).length;

/** 事前調整 before the first contact; then the next contact date stands in the track's review. */
function outreach(state: CaseState, blocking: boolean): readonly Expectation[] {
  const { outreach: reach } = state.track;
  if (state.track.state !== 'outreach' || !reach) return [];
  const round = String(state.placements.filter(({ result }) => result === 'outreach').length);
  if (reach.preContactOn === null)
    return [
      {
        key: `pre-contact/${round}`,
        kind: 'pre-contact',
        holder: staffOf(reach.agency),
        blocking,
        dueOn: reach.dueOn,
      },
    ];
  return reach.contacts === 0
    ? [
        {
          key: `first-contact/${round}`,
          kind: 'first-contact',
          holder: staffOf(reach.agency),
          blocking,
        },
      ]
    : [];
}

function besides(state: CaseState, ctx: Context): readonly Expectation[] {
  const plan = currentPlan(state);
  return [
    ...(state.personInCharge.membershipId === null && !isEnded(state.stage)
      ? [
          {
            key: `person-in-charge/${String(state.vacancies)}/${state.leadAgency}`,
            kind: 'person-in-charge' as const,
            holder: { agency: state.leadAgency, post: 'head' as const },
            blocking: true,
          },
        ]
      : []),
    ...state.placements
      .filter(({ frozen, result }) => frozen && result === null)
      .map((placement) => ({
        key: `frozen-item/${placement.itemId}`,
        kind: 'frozen-item' as const,
        holder: inCharge(state),
        blocking: true,
        about: placement.sittingId,
      })),
    ...(onMainLine(state.stage) && consentedPersons(state, ctx.today).length === 0
      ? [
          {
            key: `consent/regained/${String(state.withdrawals.length)}`,
            kind: 'consent' as const,
            holder: inCharge(state),
            blocking: true,
          },
        ]
      : []),
    ...state.tasks
      .filter((task) => task.state === 'open')
      .map((task) => ({
        key: `decision-task/${task.id}`,
        kind: 'decision-task' as const,
        holder: staffOf(task.agency),
        blocking: true,
        dueOn: task.dueOn,
        about: task.id,
      })),
    ...(plan?.state === 'decided' && (state.stage === 'support' || state.stage === 'evaluation')
      ? [
          {
            key: `plan-end/${plan.id}`,
            kind: 'plan-end' as const,
            holder: coordinator(ctx),
            blocking: true,
            dueOn: plan.endsOn,
          },
        ]
      : []),
    ...(state.stage === 'support' || state.stage === 'evaluation'
      ? (plan?.roles ?? [])
          .filter((role) => role.toldOn !== null && role.acknowledgedOn === null)
          .map((role) => ({
            key: `role-acknowledgement/${plan?.id ?? ''}/${role.agency}`,
            kind: 'role-acknowledgement' as const,
            holder: staffOf(role.agency),
            blocking: false,
            about: role.agency,
            askedBy: ctx.rules.coordinatingBody,
            ...gentle(role.agency, ctx),
          }))
      : []),
    ...withdrawals(state, ctx),
  ];
}

const withdrawals = (state: CaseState, ctx: Context): readonly Expectation[] =>
  state.withdrawals.flatMap((one) =>
    one.told
      ? one.agencies
          .filter((agency) => !one.confirmed.includes(agency))
          .map((agency): Expectation => ({
            key: `withdrawal-confirmation/${one.id}/${agency}`,
            kind: 'withdrawal-confirmation',
            holder: staffOf(agency),
            blocking: false,
            about: one.id,
            askedBy: ctx.rules.coordinatingBody,
            ...gentle(agency, ctx),
          }))
      : [{ ...nextStep(`tell-recipients/${one.id}`, ctx), blocking: false }],
  );

function followUps(state: CaseState, ctx: Context): readonly Expectation[] {
  // It closes when every recipient of a withdrawn consent has given word as well.
  if (followUpsLeft(state) === 0)
    return withdrawals(state, ctx).length > 0 ? [] : [nextStep(`close-case/${String(state.round)}`, ctx)];
  return state.followUps
    .filter(({ doneOn }) => doneOn === null)
    .map(({ day, dueOn }) => ({
      key: `follow-up/${String(state.round)}/${String(day)}`,
      kind: 'follow-up',
      holder: {
        agency: state.leadAgency,
        post: state.personInCharge.membershipId === null ? 'head' : 'personInCharge',
      },
      blocking: true,
      dueOn,
    }));
}
