import type { IsoDate } from '#libs/calendar';
import type { RecordKind, Standing } from '#libs/contracts';
import type { CommandOf, SomeBeginningUnit, SomeCommandUnit } from '../command/command.ts';
import { refusalOfDays } from '../command/days.ts';
import type { EventOf, Fact, SomeEventUnit, Word } from '../command/event.ts';
import type { AgencyCode, MunicipalityRules } from '../rules/municipality-rules.ts';
import { callsFor, callsOwed, isMailed, overtakenCalls, type CallRules } from './call.ts';
import { refuse, type Context } from './context.ts';
import type { RecordDefinition } from './definition.ts';
import type { KeptState } from './keeping.ts';
import { keepingEvents } from './keeping-events.ts';
import { withoutLeft, type LeavingLists, type LeftEntry } from './leaving.ts';
import type { Expectation } from './obligation.ts';
import type { PassedDates } from './passed-dates.ts';
import type { RecordEvent } from './record-events.ts';
import { stallOf } from './stall.ts';
import { stepNotices } from './step-notices.ts';

/** A kind of record, said by its units. `E` is inferred from its events, `C` from its commands. */
interface RecordUnits<
  S extends KeptState,
  B extends Readonly<Record<string, SomeBeginningUnit<unknown>>>,
  C extends Readonly<Record<string, SomeCommandUnit<S, unknown>>>,
  V extends Readonly<Record<string, SomeEventUnit<S>>>,
> {
  readonly kind: RecordKind;
  readonly shape: number;
  readonly beginnings: B;
  readonly commands: C;
  readonly events: V;
  readonly passedDates: PassedDates<S>;
  readonly leaving: LeavingLists<S>;
  readonly calls: CallRules<S>;
  readonly expectations: (state: S, ctx: Context) => readonly Expectation[];
  readonly standing: (state: S, rules: MunicipalityRules) => Standing;
  readonly isOpen: (state: S) => boolean;
  readonly agencies: (state: S) => readonly AgencyCode[];
}

/** What a table holds of its own under that name: `toString` is no command. */
const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** @throws for an event of an older version: it would be read by rules that it does not know. */
const upToDate = (event: Fact, { v }: { readonly v: number }): never => {
  if (event.v !== v) throw new Error(`${event.type} of version ${String(event.v)} was not brought up to ${String(v)}`);
  return event as never;
};

type EventIn<V> = EventOf<V[keyof V]> & Fact;

/** The rules of a kind of record out of its units: what the executor, the simulator, the API and tests ask. */
export function recordOfUnits<
  S extends KeptState & { readonly openedOn: IsoDate },
  B extends Readonly<Record<string, SomeBeginningUnit<unknown>>>,
  C extends Readonly<Record<string, SomeCommandUnit<S, unknown>>>,
  V extends Readonly<Record<string, SomeEventUnit<S>>>,
>(units: RecordUnits<S, B, C, V>): RecordDefinition<S, CommandOf<B[keyof B] | C[keyof C]>, EventIn<V>> {
  const { kind, shape, passedDates, leaving, isOpen, agencies } = units;
  const expectations = (state: S, ctx: Context): readonly Expectation[] => [
    ...units.expectations(state, ctx),
    ...callsOwed(state, ctx),
  ];
  type E = EventIn<V>;
  // Each unit is handed only commands and events of its own type: it is found by it.
  const beginnings = units.beginnings as unknown as Readonly<Record<string, SomeBeginningUnit<E>>>;
  const commands = units.commands as unknown as Readonly<Record<string, SomeCommandUnit<S, E>>>;
  const events: Readonly<Record<string, SomeEventUnit<S>>> = { ...keepingEvents(passedDates), ...units.events };
  const beginningOf = ({ type }: { type: string }): SomeBeginningUnit<E> | undefined => own(beginnings, type);
  const commandOf = ({ type }: { type: string }): SomeCommandUnit<S, E> | undefined => own(commands, type);

  const folded = (state: S | undefined, event: E | RecordEvent): S => {
    const unit = own(events, event.type);
    if (unit?.begin) return unit.begin(upToDate(event, unit));
    if (!state) throw new Error(`a log cannot begin with ${event.type}`);
    if (!unit?.fold) throw new Error(`unknown event of a ${kind}: ${event.type}`);
    return unit.fold(state, upToDate(event, unit));
  };
  const applied = (state: S | undefined, event: E | RecordEvent): { state: S; left: readonly LeftEntry[] } => {
    const next = folded(state, event);
    const raised = own(events, event.type)?.raises?.(event as never) ?? [];
    return withoutLeft(
      {
        ...next,
        seq: (state?.seq ?? 0) + 1,
        parts: Object.fromEntries([
          ...Object.entries(next.parts),
          ...raised.map((name) => [name, (next.parts[name] ?? 0) + 1] as const),
        ]),
      },
      leaving,
    );
  };
  const wordsOf = (event: E | RecordEvent, before: S, after: S, ctx: Context): readonly Word[] => {
    if (event.type !== 'obligation-step-taken')
      return own(events, event.type)?.notifies?.(event as never, after, ctx) ?? [];
    const step = event as Extract<RecordEvent, { type: 'obligation-step-taken' }>;
    const obligation = before.obligations[step.key];
    const reminder = step.step === 'reminder' && obligation && passedDates[obligation.kind]?.reminder;
    return reminder ? reminder(after, obligation) : stepNotices(step, before, ctx);
  };

  return {
    kind,
    shape,
    beginnings,
    commands,
    events,
    refusal(state, command, ctx) {
      const beginning = beginningOf(command);
      if (beginning)
        return beginning.refusal?.(command as never, ctx) ?? refusalOfDays(beginning.fields, command, ctx.today);
      if (!state) return refuse('record.missing');
      const unit = commandOf(command);
      // Shapes are checked at the edge and by the compiler; a word that is none of ours is refused here.
      if (!unit) return refuse('command.unknown', { command: command.type });
      return unit.refusal?.(state, command as never, ctx) ?? refusalOfDays(unit.fields, command, ctx.today);
    },
    decide(state, command, ctx, ref) {
      const beginning = beginningOf(command);
      if (beginning) return beginning.decide(command as never, ctx, ref);
      const unit = commandOf(command);
      if (!state || !unit) throw new Error(`decide was asked for ${command.type}: ${kind} or command does not exist`);
      return unit.decide(state, command as never, ctx);
    },
    applied,
    apply: (state, event) => applied(state, event).state,
    leavingLists: Object.keys(leaving),
    partOf(command) {
      const part = commandOf(command)?.part ?? null;
      return (typeof part === 'function' ? part(command as never) : part) ?? undefined;
    },
    linked(before, command, ref, ctx) {
      const beginning = beginningOf(command);
      if (beginning) return beginning.links?.(command as never, ref) ?? [];
      return (before && commandOf(command)?.links?.(before, command as never, ref, ctx)) ?? [];
    },
    expectations,
    notices(before, after, happened, ctx) {
      const first = after.seq - happened.length;
      return happened.flatMap((event, index) =>
        wordsOf(event as E, before ?? after, after, ctx).map((word, nth) => ({
          ...word,
          key: `${event.type}/${String(first + index + 1)}/${String(nth)}`,
        })),
      );
    },
    callsFor: (state, notices, ctx) =>
      callsFor(
        state,
        notices.filter((notice) => !isMailed(notice, ctx)),
        'noMail',
        units.calls,
        ctx,
      ),
    overtaken: (state, ctx) => (state.calls.length === 0 ? [] : overtakenCalls(state, expectations(state, ctx), ctx)),
    standing: (state, { rules }) => units.standing(state, rules),
    stall: (state) => stallOf(Object.values(state.obligations), isOpen(state), state.openedOn),
    isOpen,
    agencies,
  };
}
