import type { IsoDate } from '#libs/calendar';
import { agency, ref } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse, type Context } from '../../record/context.ts';
import { enteredFor, heard, unlessHeard, type Entered } from '../../record/entered.ts';
import type { Expectation } from '../../record/obligation.ts';
import { toDesk } from '../../record/words.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { gentle, nextStep, staffOf } from '../expectation-parts.ts';
import { alreadySo, firstOf } from '../refusals.ts';

/** Is a recipient of a withdrawn consent not told, or its word missing? */
export const withdrawalsOpen = (state: CaseState): boolean =>
  state.withdrawals.some(({ told, agencies, confirmed }) => !told || confirmed.length < agencies.length);

/** The procedure recalls what is out (R7). */
export const tellRecipientsOfWithdrawal = command('tell-recipients-of-withdrawal', {
  part: null,
  fields: {},
  likely: null,
  refusal: (state) => (state.withdrawals.some(({ told }) => !told) ? undefined : alreadySo),
  decide: (state, _said, ctx) => [
    {
      type: 'withdrawal-told',
      v: 1,
      withdrawalIds: state.withdrawals.filter(({ told }) => !told).map(({ id }) => id),
      on: ctx.today,
    },
  ],
});

interface WithdrawalTold extends Fact<'withdrawal-told', 1> {
  readonly withdrawalIds: readonly string[];
  readonly on: IsoDate;
}

export const withdrawalTold = event<WithdrawalTold>('withdrawal-told', 1, {
  fold: (state, { withdrawalIds }) => ({
    ...state,
    withdrawals: state.withdrawals.map((one) => (withdrawalIds.includes(one.id) ? { ...one, told: true } : one)),
  }),
  raises: null,
  area: ({ withdrawalIds }) => ({ kind: 'withdrawal', withdrawalIds }),
  tells: null,
  ...quiet,
  notifies: ({ withdrawalIds }, after) =>
    after.withdrawals
      .filter(({ id }) => withdrawalIds.includes(id))
      .flatMap(({ agencies }) => agencies.map((told) => toDesk(told, 'sharing-changed'))),
});

/** A recipient gives word that it stopped using what it knew. */
export const confirmWithdrawal = command('confirm-withdrawal', {
  part: null,
  fields: { withdrawalId: ref(), agency: agency(), heard },
  likely: (state) => {
    const open = state.withdrawals.find((one) => one.told && one.confirmed.length < one.agencies.length);
    const missing = open?.agencies.find((one) => !open.confirmed.includes(one));
    return open && missing !== undefined ? { withdrawalId: open.id, agency: missing } : refuse('withdrawal.missing');
  },
  refusal: (state, said, ctx) => {
    const withdrawal = state.withdrawals.find(({ id }) => id === said.withdrawalId);
    return firstOf(
      !withdrawal && refuse('withdrawal.missing'),
      !withdrawal?.agencies.includes(said.agency) && refuse('withdrawal.not-recipient'),
      withdrawal?.confirmed.includes(said.agency) && refuse('withdrawal.already-confirmed'),
      unlessHeard(said.agency, said.heard, ctx),
    );
  },
  decide: (_state, { withdrawalId, agency: recipient, heard: way }, ctx) => [
    {
      type: 'withdrawal-confirmed',
      v: 1,
      withdrawalId,
      agency: recipient,
      on: ctx.today,
      entered: enteredFor(recipient, way, ctx),
    },
  ],
});

interface WithdrawalConfirmed extends Fact<'withdrawal-confirmed', 1> {
  readonly withdrawalId: string;
  readonly agency: AgencyCode;
  readonly on: IsoDate;
  /** Somebody else than the recipient entered it. */
  readonly entered?: Entered | null;
}

export const withdrawalConfirmed = event<WithdrawalConfirmed>('withdrawal-confirmed', 1, {
  fold: (state, { withdrawalId, agency: recipient }) => ({
    ...state,
    withdrawals: state.withdrawals.map((one) =>
      one.id === withdrawalId ? { ...one, confirmed: [...one.confirmed, recipient] } : one,
    ),
  }),
  raises: null,
  area: ({ withdrawalId }) => ({ kind: 'withdrawal', withdrawalIds: [withdrawalId] }),
  tells: null,
  ...quiet,
});

export const withdrawalsOwed = (state: CaseState, ctx: Context): readonly Expectation[] =>
  state.withdrawals.flatMap((one) =>
    one.told
      ? one.agencies
          .filter((recipient) => !one.confirmed.includes(recipient))
          .map((recipient): Expectation => ({
            key: `withdrawal-confirmation/${one.id}/${recipient}`,
            kind: 'withdrawal-confirmation',
            holder: staffOf(recipient),
            blocking: false,
            about: one.id,
            askedBy: ctx.rules.coordinatingBody,
            ...gentle(recipient, ctx),
          }))
      : [{ ...nextStep(`tell-recipients/${one.id}`, ctx), blocking: false }],
  );
