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
interface UnitOfCommand<S, Type extends string, F extends Fields, Command, E, L> {
  readonly type: Type;
  readonly fields: F;
  /** The part whose version it states: a name, a name made of its fields, or `null` for a note that cannot be stale. */
  readonly part: string | null | ((command: Command) => string);
  /** What stands in that part now, in the command's own fields: shown to whoever was not quick enough beside what they sent. */
  readonly stands?: (state: S, command: Command) => object;
  /**
   * A likely one, so that a page knows whether to offer it: what stands here is filled up by `exampleOf`. A refusal when there is
   * nothing it could be about. `null`: no person gives it, so no page offers it and no route takes it (it is given by a workflow, or by
   * another record in its transaction).
   */
  readonly likely: L;
  /** Facts beside the record that its rule looks at; the executor reads them after access was judged and puts them into `ctx`. */
  readonly looksAt?: readonly ('members' | 'siblings')[];
  /**
   * The texts that stand where the command would write them: what is given in the very words that stand there is not written anew, and
   * the command names the text that stands.
   */
  readonly keepsText?: (state: S) => Readonly<Record<string, string>>;
  /** Commands to other records that belong to this one, in the same transaction. */
  readonly links?: (state: S, command: Command, ref: RecordRef, ctx: Context) => readonly LinkedCommand[];
  readonly refusal?: (state: S, command: Command, ctx: Context) => Refusal | undefined;
  readonly decide: (state: S, command: Command, ctx: Context) => readonly E[];
}

export type CommandUnit<S, Type extends string, F extends Fields, E, L = Likely<S, F> | null> = UnitOfCommand<
  S,
  Type,
  F,
  Said<Type, F>,
  E,
  L
>;

/** Any unit of a kind of record, as code sees it that does not know the command; it hands each unit only commands of its own type. */
export type SomeCommandUnit<S, E> = UnitOfCommand<
  S,
  string,
  Fields,
  never,
  E,
  ((state: S, ctx: Context) => object) | null
>;

/** A command that begins a record: there is no state yet. Lists offer it, not a record's page. */
interface UnitOfBeginning<Type extends string, F extends Fields, Command, E> {
  readonly type: Type;
  readonly fields: F;
  readonly links?: (command: Command, ref: RecordRef) => readonly LinkedCommand[];
  readonly refusal?: (command: Command, ctx: Context) => Refusal | undefined;
  readonly decide: (command: Command, ctx: Context, ref: RecordRef) => readonly E[];
}

export type BeginningUnit<Type extends string, F extends Fields, E> = UnitOfBeginning<Type, F, Said<Type, F>, E>;
export type SomeBeginningUnit<E> = UnitOfBeginning<string, Fields, never, E>;

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
