import { quiet, type SomeEventUnit } from '../command/event.ts';
import { applyKeeping, type KeptState } from './keeping.ts';
import type { PassedDates } from './passed-dates.ts';
import type { RecordEvent } from './record-events.ts';

type StepTaken = Extract<RecordEvent, { type: 'obligation-step-taken' }>;

/** The facts of a record's own keeping, as units: where the work stands, without a word about people. */
export function keepingEvents<S extends KeptState>(
  passed: PassedDates<S>,
): Readonly<Record<RecordEvent['type'], SomeEventUnit<S>>> {
  const unit = (
    type: RecordEvent['type'],
    fold: (state: S, event: never) => S = (state, event) => applyKeeping(state, event),
    area: 'work' | 'secretariat' = 'work',
  ): SomeEventUnit<S> => ({ type, v: 1, fold, raises: null, area: () => ({ kind: area }), tells: null, ...quiet });
  const called = (type: 'call-opened' | 'call-settled'): SomeEventUnit<S> =>
    unit(type, (state, event) => applyKeeping(state, event), 'secretariat');
  return {
    'obligation-opened': unit('obligation-opened'),
    'obligation-settled': unit('obligation-settled'),
    'obligation-reassigned': unit('obligation-reassigned'),
    'obligation-redated': unit('obligation-redated'),
    'call-opened': called('call-opened'),
    'call-settled': called('call-settled'),
    'obligation-step-taken': unit('obligation-step-taken', (state, event: StepTaken) => {
      const next = applyKeeping(state, event);
      const obligation = state.obligations[event.key];
      if (!obligation || (event.step !== 'expiry' && event.step !== 'start')) return next;
      return passed[obligation.kind]?.[event.step]?.(next, obligation) ?? next;
    }),
  };
}
