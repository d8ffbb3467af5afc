import type { IsoDate } from '#libs/calendar';
import { date, number, text, yesNo } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse, type Context } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { CaseState, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { withdrawalsOpen } from '../consent/tell-of-withdrawal.ts';
import { inCharge, nextStep } from '../expectation-parts.ts';
import { alreadySo, firstOf, unlessIn } from '../refusals.ts';

export const followUpsLeft = (state: CaseState): number =>
  state.followUps.filter(({ doneOn }) => doneOn === null).length;

/**
 * 終結後フォロー: the agreed checks; it closes when every recipient of a withdrawn consent has given word
 * and everybody was told by phone whom no mail reaches.
 */
export function followUpsOwed(state: CaseState, ctx: Context): readonly Expectation[] {
  if (followUpsLeft(state) === 0)
    return withdrawalsOpen(state) || state.calls.length > 0 ? [] : [nextStep(`close-case/${String(state.round)}`, ctx)];
  return state.followUps
    .filter(({ doneOn }) => doneOn === null)
    .map(({ day, dueOn }) => ({
      key: `follow-up/${String(state.round)}/${String(day)}`,
      kind: 'follow-up',
      holder: inCharge(state),
      blocking: true,
      dueOn,
    }));
}

/** `day`: calendar days after 終結 that this follow-up belongs to (30, 90). */
export const recordFollowUp = command('record-follow-up', {
  part: ({ day }) => `follow-up/${String(day)}`,
  stands: (state, { day }) => ({ on: state.followUps.find((one) => one.day === day)?.doneOn ?? null }),
  fields: { day: number(1, 3_650), on: date('done'), leadAgencyOk: yesNo(), text: text('follow-up', 10_000) },
  likely: (state) => ({ day: state.followUps.find(({ doneOn }) => doneOn === null)?.day ?? 0 }),
  refusal: (state, said) => {
    const followUp = state.followUps.find(({ day }) => day === said.day);
    return firstOf(
      unlessIn(state, ['followUp'], said),
      !followUp && refuse('follow-up.missing', { day: said.day }),
      Boolean(followUp?.doneOn) && refuse('follow-up.already-done'),
    );
  },
  decide: (_state, said) => [{ ...said, type: 'follow-up-recorded', v: 1 }],
});

interface FollowUpRecorded extends Fact<'follow-up-recorded', 1> {
  readonly day: number;
  readonly on: IsoDate;
  readonly leadAgencyOk: boolean;
  readonly text: TextId;
}

export const followUpRecorded = event<FollowUpRecorded>('follow-up-recorded', 1, {
  fold: (state, { day, on }) => ({
    ...state,
    followUps: state.followUps.map((one) => (one.day === day ? { ...one, doneOn: on } : one)),
  }),
  raises: ({ day }) => [`follow-up/${String(day)}`],
  area: () => ({ kind: 'support' }),
  tells: ['text'],
  ...quiet,
});

/** The procedure closes the case after the last of them. */
export const closeCase = command('close-case', {
  part: null,
  fields: {},
  likely: null,
  refusal: (state) =>
    state.stage !== 'followUp' || followUpsLeft(state) > 0 || withdrawalsOpen(state) || state.calls.length > 0
      ? alreadySo
      : undefined,
  decide: (_state, _said, ctx) => [{ type: 'case-closed', v: 1, on: ctx.today }],
});

interface CaseClosed extends Fact<'case-closed', 1> {
  readonly on: IsoDate;
}

export const caseClosed = event<CaseClosed>('case-closed', 1, {
  fold: (state) => ({ ...state, stage: 'closed', closedReason: 'followedUp' }),
  raises: () => ['stage'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});
