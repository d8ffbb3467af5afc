import { beginningFor, commandFor } from '../command/command.ts';
import { eventFor, firstEventFor } from '../command/event.ts';
import type { RecordEvent } from '../record/record-events.ts';
import type { CaseEvent } from './case-registry.ts';
import type { CaseState } from './case-state.ts';

/** A command of a case. */
export const command = commandFor<CaseState, CaseEvent | RecordEvent>();
/** A command that begins a case. */
export const beginning = beginningFor<CaseEvent>();
/** A fact of a case. */
export const event = eventFor<CaseState>();
/** A fact that the log of a case begins with. */
export const firstEvent = firstEventFor<CaseState>();
