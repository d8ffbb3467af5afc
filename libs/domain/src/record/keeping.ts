import { assertNever } from '../assert-never.ts';
import type { Call } from './call.ts';
import type { Context } from './context.ts';
import { nextStep, type Expectation, type Obligation } from './obligation.ts';
import type { RecordEvent } from './record-events.ts';
import { datesOf, schedule } from './schedule.ts';

/** The part of a record's state that is the same for every kind. */
export interface KeptState {
  readonly id: string;
  /** How many events made this state. */
  readonly seq: number;
  /** Open obligations by key. */
  readonly obligations: Readonly<Record<string, Obligation>>;
  /** Version of each part a command may change: `consent/<person>`, `handoff/<id>`, `plan/<id>`, `stage` … */
  readonly parts: Readonly<Record<string, number>>;
  /** What the secretariat still has to say by phone, the oldest first. */
  readonly calls: readonly Call[];
}

/** What must be written so that the open obligations are exactly what the state expects: opened, settled, reassigned. */
export function reconcile(state: KeptState, expected: readonly Expectation[], ctx: Context): readonly RecordEvent[] {
  const wanted = new Map(expected.map((expectation) => [expectation.key, expectation]));
  const settled = Object.keys(state.obligations).filter((key) => !wanted.has(key));
  return [
    ...settled.map((key): RecordEvent => ({ type: 'obligation-settled', v: 1, key, on: ctx.today })),
    ...expected.flatMap((expectation): RecordEvent[] => {
      const open = state.obligations[expectation.key];
      if (!open) return [{ type: 'obligation-opened', v: 1, obligation: schedule(expectation, state.id, ctx) }];
      const changed: RecordEvent[] = [];
      const { holder, blocking } = expectation;
      if (open.holder.agency !== holder.agency || open.holder.post !== holder.post || open.blocking !== blocking)
        changed.push({ type: 'obligation-reassigned', v: 1, key: open.key, holder, blocking });
      // A date fixed by the record itself (a sitting that moved) is followed at once; dates from the profile change by `redate-obligations`.
      if (expectation.dueOn !== undefined && ctx.calendar.nextOpen(expectation.dueOn) !== open.dueOn)
        changed.push(redated(open, expectation, state.id, ctx));
      return changed;
    }),
  ];
}

/** Every ladder step whose instant has come, in order of time; afterwards nothing is due (property). */
export function enforce(state: KeptState, ctx: Context): readonly RecordEvent[] {
  return Object.values(state.obligations)
    .flatMap((obligation) =>
      obligation.ladder
        .map((step, index) => ({ key: obligation.key, step, index }))
        .filter(({ step, index }) => index >= obligation.taken && step.atMs <= ctx.nowMs),
    )
    .toSorted((a, b) => a.step.atMs - b.step.atMs || a.index - b.index)
    .map(({ key, step, index }) => ({ type: 'obligation-step-taken', v: 1, key, step: step.step, on: step.on, index }));
}

/** Counts the dates of every open obligation again with the calendar and profile of today; steps already taken stay taken. */
export function redate(state: KeptState, expected: readonly Expectation[], ctx: Context): readonly RecordEvent[] {
  return expected.flatMap((expectation) => {
    const open = state.obligations[expectation.key];
    if (!open) return [];
    const event = redated(open, expectation, state.id, ctx);
    const same =
      event.type === 'obligation-redated' &&
      event.dueOn === open.dueOn &&
      JSON.stringify(event.ladder) === JSON.stringify(open.ladder);
    return same ? [] : [event];
  });
}

function redated(open: Obligation, expectation: Expectation, recordId: string, ctx: Context): RecordEvent {
  const dates = datesOf(expectation, open.askedOn, recordId, ctx);
  const taken = open.ladder.slice(0, open.taken);
  const takenNames = taken.map(({ step }) => step);
  // What was asked once is not asked again only because a date moved; what is left must lie ahead.
  const left = dates.ladder.filter(({ step, atMs }) => {
    const at = takenNames.indexOf(step);
    if (at >= 0) takenNames.splice(at, 1);
    return at < 0 && (step !== 'reminder' || atMs > ctx.nowMs);
  });
  return {
    type: 'obligation-redated',
    v: 1,
    key: open.key,
    dueOn: dates.dueOn,
    dueAtMs: dates.dueAtMs,
    // The taken ones stay in the ladder: a second change of dates must know them too.
    ladder: [...taken, ...left],
    taken: taken.length,
  };
}

/** Folds an event of the record's own keeping into the state. @throws on an event about an obligation that is not open: the log would be broken. */
export function applyKeeping<S extends KeptState>(state: S, event: RecordEvent): S {
  switch (event.type) {
    case 'obligation-opened':
      return withObligation(state, event.obligation);
    case 'obligation-settled': {
      const { [event.key]: settled, ...rest } = state.obligations;
      if (!settled) throw new Error(`obligation ${event.key} is not open`);
      return { ...state, obligations: rest };
    }
    case 'obligation-reassigned':
      return withObligation(state, {
        ...openOf(state, event.key),
        holder: event.holder,
        ...(event.blocking === undefined ? {} : { blocking: event.blocking }),
      });
    case 'obligation-step-taken':
      return withObligation(state, { ...openOf(state, event.key), taken: event.index + 1 });
    case 'obligation-redated':
      return withObligation(state, {
        ...openOf(state, event.key),
        dueOn: event.dueOn,
        dueAtMs: event.dueAtMs,
        ladder: event.ladder,
        taken: event.taken,
      });
    case 'call-opened':
      return { ...state, calls: [...state.calls, event.call] };
    case 'call-settled':
      return { ...state, calls: state.calls.filter(({ id }) => id !== event.callId) };
    default:
      return assertNever(event);
  }
}

/** Is the next step of any obligation due at `nowMs`? */
export const somethingDue = (state: KeptState, nowMs: number): boolean =>
  Object.values(state.obligations).some(
    (obligation) => (nextStep(obligation)?.atMs ?? Number.POSITIVE_INFINITY) <= nowMs,
  );

function openOf(state: KeptState, key: string): Obligation {
  const open = state.obligations[key];
  if (!open) throw new Error(`obligation ${key} is not open`);
  return open;
}

const withObligation = <S extends KeptState>(state: S, obligation: Obligation): S => ({
  ...state,
  obligations: { ...state.obligations, [obligation.key]: obligation },
});
