import { beginningFor, commandFor } from '../command/command.ts';
import { eventFor, firstEventFor } from '../command/event.ts';
import type { RecordEvent } from '../record/record-events.ts';
import type { CaseEvent } from './case-registry.ts';
import type { CaseState } from './case-state.ts';

/** A command of a case. */
export const command = commandFor<CaseState, CaseEvent | RecordEvent>();
/** A command that begins a case. */
export const beginning = beginningFor<CaseEvent>();
const ofCase = eventFor<CaseState>();

/** A stage that was left is one that was passed, whichever fact leads on. */
const leaving = (before: CaseState, after: CaseState): CaseState =>
  after.stage === before.stage || after.passed.includes(before.stage)
    ? after
    : { ...after, passed: [...after.passed, before.stage] };

/** A fact of a case. */
export const event: typeof ofCase = (type, v, rest) =>
  ofCase(type, v, { ...rest, fold: (state, fact) => leaving(state, rest.fold(state, fact)) });
/** A fact that the log of a case begins with. */
export const firstEvent = firstEventFor<CaseState>();
