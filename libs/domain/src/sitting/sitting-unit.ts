import { beginningFor, commandFor } from '../command/command.ts';
import { eventFor, firstEventFor } from '../command/event.ts';
import { refuse, type Context, type Refusal } from '../record/context.ts';
import { knowsAgency, type AgencyCode } from '../rules/municipality-rules.ts';
import type { RecordEvent } from '../record/record-events.ts';
import type { SittingEvent } from './sitting-registry.ts';
import type { SittingStage, SittingState } from './sitting-state.ts';

/** A command of a sitting as one unit. */
export const command = commandFor<SittingState, SittingEvent | RecordEvent>();
/** The command that begins a sitting. */
export const beginning = beginningFor<SittingEvent>();
/** An event of a sitting as one unit. */
export const event = eventFor<SittingState>();
/** The event that the log of a sitting begins with. */
export const firstEvent = firstEventFor<SittingState>();

/** Refuses a command outside the stages it belongs to, naming both. */
export const unlessIn = (
  state: SittingState,
  allowed: readonly SittingStage[],
  given: { readonly type: string },
): Refusal | undefined =>
  allowed.includes(state.stage)
    ? undefined
    : refuse('sitting.not-in-stage', { stage: state.stage, command: given.type });

export const unknownAgency = (agencies: readonly AgencyCode[], ctx: Context): Refusal | undefined => {
  const unknown = agencies.find((agency) => !knowsAgency(ctx.rules, agency));
  return unknown === undefined ? undefined : refuse('agency.unknown', { agency: unknown });
};
