import type { RecordKind, RecordRef, Standing } from '#libs/contracts';
import type { SomeBeginningUnit, SomeCommandUnit } from '../command/command.ts';
import type { SomeEventUnit } from '../command/event.ts';
import type { AgencyCode } from '../rules/municipality-rules.ts';
import type { Context, Refusal } from './context.ts';
import type { KeptState } from './keeping.ts';
import type { LeftEntry } from './leaving.ts';
import type { Notice } from './notice.ts';
import type { Expectation } from './obligation.ts';
import type { RecordEvent } from './record-events.ts';
import type { Stall } from './stall.ts';

/** A command that follows from another one, to another record, in the same transaction. */
export interface LinkedCommand {
  readonly ref: RecordRef;
  readonly command: { readonly type: string; readonly [field: string]: unknown };
}

/** Everything the one executor must know of a kind of record; `recordOfUnits` makes it. A new command is a new unit, not a new service. */
export interface RecordDefinition<
  S extends KeptState = KeptState,
  C extends { type: string } = { type: string },
  E extends { type: string; v: number } = { type: string; v: number },
> {
  readonly kind: RecordKind;
  /** Shape of the state: raised whenever the same log would fold to another state than before. Rows of a lower one are folded anew. */
  readonly shape: number;
  /** Units of the commands that begin a record, by type. */
  readonly beginnings: Readonly<Record<string, SomeBeginningUnit<E>>>;
  /** Units of all others, by type, in the order of the process. */
  readonly commands: Readonly<Record<string, SomeCommandUnit<S, E>>>;
  /** Units of its events, those of its keeping among them, by type. */
  readonly events: Readonly<Record<string, SomeEventUnit<S>>>;
  refusal(state: S | undefined, command: C, ctx: Context): Refusal | undefined;
  decide(state: S | undefined, command: C, ctx: Context, ref: RecordRef): readonly E[];
  apply(state: S | undefined, event: E | RecordEvent): S;
  /** The state after an event, and what has left it with that event. */
  applied(state: S | undefined, event: E | RecordEvent): { readonly state: S; readonly left: readonly LeftEntry[] };
  /** Names of the lists whose entries leave the state. */
  readonly leavingLists: readonly string[];
  /** Part whose version a command states, or nothing (clock, notes). */
  partOf(command: C): string | undefined;
  /** Commands to other records that belong to this one. `before` is nothing at a beginning. */
  linked(before: S | undefined, command: C, ref: RecordRef, ctx: Context): readonly LinkedCommand[];
  expectations(state: S, ctx: Context): readonly Expectation[];
  notices(before: S | undefined, after: S, events: readonly (E | RecordEvent)[], ctx: Context): readonly Notice[];
  /** What has to be said by phone of these notices, since no mail carries them. */
  callsFor(state: S, notices: readonly Notice[], ctx: Context): readonly RecordEvent[];
  /** Calls that need not be made any more. */
  overtaken(state: S, ctx: Context): readonly RecordEvent[];
  standing(state: S, ctx: Pick<Context, 'rules'>): Standing;
  stall(state: S): Stall | undefined;
  isOpen(state: S): boolean;
  /** Agencies that take part: they may see the record (R65). */
  agencies(state: S): readonly AgencyCode[];
}
