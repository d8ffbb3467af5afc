import type { RecordRef } from '#libs/contracts';
import type { Context, Refusal } from '../record/context.ts';
import type { LinkedCommand } from '../record/definition.ts';
import type { Fields, Holding } from './fields.ts';

type Likely<S, F extends Fields> = (state: S, ctx: Context) => Partial<Holding<F>> | Refusal;
type Said<Type extends string, F extends Fields> = Holding<F> & { readonly type: Type };

/**
 * A command as one unit: what it holds, which part it changes, what is likely, why not, what happens. From it come the command's type,
 * the DTO, the OpenAPI shape, the route, the form of the page, whether a page offers it, and the examples of tests. `S` is the record's
 * state, `E` its events.
 */
export interface CommandUnit<
  S,
  Type extends string,
  F extends Fields,
  E,
  L extends Likely<S, F> | null = Likely<S, F> | null,
> {
  readonly type: Type;
  readonly fields: F;
  /** The part whose version it states: a name, a name made of its fields, or `null` for a note that cannot be stale. */
  readonly part: string | null | ((command: Holding<F>) => string);
  /** What stands in that part now, in the command's own fields: shown to whoever was not quick enough beside what they sent. */
  readonly stands?: (state: S, command: Said<Type, F>) => object;
  /**
   * A likely one, so that a page knows whether to offer it: what stands here is filled up by `exampleOf`. A refusal when there is
   * nothing it could be about. `null`: no person gives it, so no page offers it and no route takes it (it is given by a workflow, or by
   * another record in its transaction).
   */
  readonly likely: L;
  /** Facts beside the record that its rule looks at; the executor reads them after access was judged and puts them into `ctx`. */
  readonly looksAt?: readonly 'members'[];
  /** Commands to other records that belong to this one, in the same transaction. */
  readonly links?: (state: S, command: Said<Type, F>, ref: RecordRef) => readonly LinkedCommand[];
  readonly refusal?: (state: S, command: Said<Type, F>, ctx: Context) => Refusal | undefined;
  readonly decide: (state: S, command: Said<Type, F>, ctx: Context) => readonly E[];
}

/** A command that begins a record: there is no state yet. Lists offer it, not a record's page. */
export interface BeginningUnit<Type extends string, F extends Fields, E> {
  readonly type: Type;
  readonly fields: F;
  readonly links?: (command: Said<Type, F>, ref: RecordRef) => readonly LinkedCommand[];
  readonly refusal?: (command: Said<Type, F>, ctx: Context) => Refusal | undefined;
  readonly decide: (command: Said<Type, F>, ctx: Context, ref: RecordRef) => readonly E[];
}

/** `const command = commandFor<CaseState, CaseEvent>()`, once a kind of record. */
export const commandFor =
  <S, E>() =>
  <const Type extends string, const F extends Fields, const L extends Likely<S, F> | null>(
    type: Type,
    rest: Omit<CommandUnit<S, Type, F, E, L>, 'type'>,
  ): CommandUnit<S, Type, F, E, L> => ({ type, ...rest });

export const beginningFor =
  <E>() =>
  <const Type extends string, const F extends Fields>(
    type: Type,
    rest: Omit<BeginningUnit<Type, F, E>, 'type'>,
  ): BeginningUnit<Type, F, E> => ({ type, ...rest });

/** The command that a unit is about; of a union of units, the union of their commands. */
export type CommandOf<U> = U extends {
  readonly type: infer Type extends string;
  readonly fields: infer F extends Fields;
}
  ? { readonly type: Type } & Holding<F>
  : never;

/** Any unit of a kind of record, as code sees it that does not know the command; it hands each unit only commands of its own type. */
export interface SomeCommandUnit<S, E> {
  readonly type: string;
  readonly fields: Fields;
  readonly part: string | null | ((command: never) => string);
  readonly stands?: (state: S, command: never) => object;
  readonly likely: ((state: S, ctx: Context) => object) | null;
  readonly looksAt?: readonly 'members'[];
  readonly links?: (state: S, command: never, ref: RecordRef) => readonly LinkedCommand[];
  readonly refusal?: (state: S, command: never, ctx: Context) => Refusal | undefined;
  readonly decide: (state: S, command: never, ctx: Context) => readonly E[];
}

export interface SomeBeginningUnit<E> {
  readonly type: string;
  readonly fields: Fields;
  readonly links?: (command: never, ref: RecordRef) => readonly LinkedCommand[];
  readonly refusal?: (command: never, ctx: Context) => Refusal | undefined;
  readonly decide: (command: never, ctx: Context, ref: RecordRef) => readonly E[];
}
