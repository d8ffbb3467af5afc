import { addMonths, type IsoDate } from '#libs/calendar';
import { code, date, made, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agencyOfActor } from '../../record/actor.ts';
import type { Context } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import { toDesk } from '../../record/words.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { contactMethods, type ContactMethod } from '../codes.ts';
import { aboutPlan } from '../current-plan.ts';
import { inCharge, nextStep } from '../expectation-parts.ts';
import { alreadySo, firstOf, unlessIn } from '../refusals.ts';

/** モニタリング (R47): a date passes every month … */
export function monitoringOwed(state: CaseState, ctx: Context): Expectation {
  const { open, due, rounds, nextOn } = state.monitoring;
  const round = String(rounds);
  if (open) return { key: `monitoring/${round}`, kind: 'monitoring', holder: inCharge(state), blocking: true };
  if (due) return nextStep(`ask-for-monitoring/${round}`, ctx);
  return {
    key: `monitoring-round/${String(state.evaluation.n)}/${round}`,
    kind: 'monitoring-round',
    holder: inCharge(state),
    blocking: false,
    ...(nextOn === null ? {} : { dueOn: nextOn }),
  };
}

/** … and then a round is due … */
export const monitoringDue = (state: CaseState): CaseState => ({
  ...state,
  monitoring: { ...state.monitoring, due: true },
});

/** … which the procedure asks for. */
export const askForMonitoring = command('ask-for-monitoring', {
  part: null,
  fields: {},
  likely: null,
  refusal: ({ stage, monitoring }) =>
    stage !== 'support' || !monitoring.due || monitoring.open ? alreadySo : undefined,
  decide: (_state, _said, ctx) => [{ type: 'monitoring-asked', v: 1, on: ctx.today }],
});

interface MonitoringAsked extends Fact<'monitoring-asked', 1> {
  readonly on: IsoDate;
}

export const monitoringAsked = event<MonitoringAsked>('monitoring-asked', 1, {
  fold: (state) => ({ ...state, monitoring: { ...state.monitoring, open: true, due: false } }),
  raises: null,
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
  notifies: (_asked, after) => [toDesk(after.leadAgency, 'work-waiting', 'monitoring')],
});

export const recordMonitoring = command('record-monitoring', {
  part: null,
  fields: { entryId: made(), on: date('done'), method: code(contactMethods), text: text('monitoring', 10_000) },
  likely: () => ({}),
  refusal: (state, said) => firstOf(unlessIn(state, ['support', 'evaluation'], said)),
  decide: (state, said, ctx) => [
    {
      ...said,
      type: 'monitoring-recorded',
      v: 1,
      by: agencyOfActor(ctx.actor) ?? state.leadAgency,
      ...aboutPlan(state),
      nextOn: addMonths(ctx.today, ctx.rules.monitoringEveryMonths),
    },
  ],
});

interface MonitoringRecorded extends Fact<'monitoring-recorded', 1> {
  readonly entryId: string;
  readonly on: IsoDate;
  readonly method: ContactMethod;
  readonly by: AgencyCode;
  /** Older ones: everybody of the household. */
  readonly personIds?: readonly string[];
  readonly text: TextId;
  readonly nextOn: IsoDate;
}

export const monitoringRecorded = event<MonitoringRecorded>('monitoring-recorded', 1, {
  fold: (state, { entryId, on, method, by, personIds, text: written, nextOn }) => ({
    ...state,
    monitoring: {
      rounds: state.monitoring.rounds + 1,
      open: false,
      due: false,
      nextOn,
      entries: state.monitoring.entries + 1,
    },
    monitoringEntries: [
      ...state.monitoringEntries,
      { id: entryId, on, method, result: 'met', by, ...(personIds ? { personIds } : {}), text: written },
    ],
  }),
  raises: null,
  area: () => ({ kind: 'support' }),
  tells: null,
  ...quiet,
});
