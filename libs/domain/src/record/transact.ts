import type { RecordRef } from '#libs/contracts';
import type { Actor } from './actor.ts';
import { refuse, type Context, type Refusal } from './context.ts';
import type { LinkedCommand, RecordDefinition } from './definition.ts';
import { enforce, reconcile, type KeptState } from './keeping.ts';
import { withEntries, type LeftEntry } from './leaving.ts';
import type { Notice } from './notice.ts';

export interface AnyEvent {
  readonly type: string;
  readonly v: number;
}

/** What one commit does to one record. */
export interface RecordChange {
  readonly ref: RecordRef;
  readonly before: KeptState | undefined;
  readonly after: KeptState;
  readonly events: readonly AnyEvent[];
  /** What has left the state. */
  readonly left: readonly LeftEntry[];
  readonly notices: readonly Notice[];
}

export interface Order {
  readonly ref: RecordRef;
  readonly command: { readonly type: string };
  /** Version of the part the command changes, as the giver of the command saw it. */
  readonly expects?: number;
}

export type Verdict =
  | { readonly kind: 'changes'; readonly changes: readonly RecordChange[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'stale'; readonly part: string; readonly version: number };

export type Definitions = (kind: RecordRef['kind']) => RecordDefinition;

/** Commands to other records that follow from an order. */
export const linksOf = (
  order: Order,
  before: KeptState | undefined,
  definitions: Definitions,
  ctx: Context,
): readonly LinkedCommand[] => definitions(order.ref.kind).linked(before, order.command, order.ref, ctx);

/** Every record an order touches, itself first. The caller locks them in id order before it asks {@link transact}. */
export function touches(
  order: Order,
  before: KeptState | undefined,
  definitions: Definitions,
  ctx: Context,
): readonly RecordRef[] {
  return [order.ref, ...linksOf(order, before, definitions, ctx).map(({ ref }) => ref)];
}

/**
 * Decides one order with all that follows from it in other records: everything happens or nothing.
 * Pure: the executor, the simulator and tests ask the same function. An unchanged record gives no change.
 * @param links what follows from the order, where the caller has asked {@link linksOf} already
 */
export function transact(
  order: Order,
  states: ReadonlyMap<string, KeptState>,
  ctx: Context,
  definitions: Definitions,
  links: readonly LinkedCommand[] = linksOf(order, states.get(order.ref.id), definitions, ctx),
): Verdict {
  const before = states.get(order.ref.id);
  const stale = staleness(order, before, definitions);
  if (stale) return stale;
  const orders: readonly Order[] = [order, ...links];
  const changes: RecordChange[] = [];
  const now = new Map(states);
  for (const { ref, command } of orders) {
    const outcome = step(ref, command, now.get(ref.id), { ...ctx, others: now }, definitions(ref.kind));
    if ('refusal' in outcome) return { kind: 'refused', refusal: outcome.refusal };
    if (outcome.change) {
      changes.push(outcome.change);
      now.set(ref.id, outcome.change.after);
    }
  }
  return { kind: 'changes', changes: merged(changes) };
}

function step(
  ref: RecordRef,
  command: { readonly type: string },
  before: KeptState | undefined,
  ctx: Context,
  definition: RecordDefinition,
): { refusal: Refusal } | { change: RecordChange | undefined } {
  if (!before && !isBeginning(command, definition)) return { refusal: refuse('record.missing') };
  if (before && isBeginning(command, definition)) return { refusal: refuse('record.exists') };
  const events: AnyEvent[] = [];
  const left: LeftEntry[] = [];
  let state = before;
  const write = (written: readonly AnyEvent[]): void => {
    for (const event of written) {
      const next = definition.applied(state, event);
      state = next.state;
      events.push(event);
      left.push(...next.left);
    }
  };
  if (before && command.type === 'enforce') write(enforce(before, ctx));
  else {
    const refusal = definition.refusal(before, command, ctx);
    if (refusal) return { refusal };
    write(definition.decide(before, command, ctx, ref));
  }
  if (!state || events.length === 0) return { change: undefined };
  write(definition.overtaken(state, ctx));
  write(reconcile(state, definition.expectations(state, ctx), ctx));
  const notices = definition.notices(before, withEntries(state, left), events, ctx);
  const calls = definition.callsFor(state, notices, ctx);
  if (calls.length > 0) {
    write(calls);
    write(reconcile(state, definition.expectations(state, ctx), ctx));
  }
  return {
    change: {
      ref,
      before,
      after: state,
      events,
      left,
      notices,
    },
  };
}

/** Does a record of that kind begin with it? */
export const isBeginning = (
  { type }: { readonly type: string },
  { beginnings }: Pick<RecordDefinition, 'beginnings'>,
): boolean => Object.hasOwn(beginnings, type);

function staleness(order: Order, before: KeptState | undefined, definitions: Definitions): Verdict | undefined {
  const part = definitions(order.ref.kind).partOf(order.command);
  if (order.expects === undefined || part === undefined || !before) return undefined;
  const version = before.parts[part] ?? 0;
  return version === order.expects ? undefined : { kind: 'stale', part, version };
}

/** Two commands to one record in one commit are one change with all its events. */
function merged(changes: readonly RecordChange[]): readonly RecordChange[] {
  const byId = new Map<string, RecordChange>();
  for (const change of changes) {
    const first = byId.get(change.ref.id);
    byId.set(
      change.ref.id,
      first
        ? {
            ...change,
            before: first.before,
            events: [...first.events, ...change.events],
            left: [...first.left, ...change.left],
            notices: [...first.notices, ...change.notices],
          }
        : change,
    );
  }
  return [...byId.values()];
}

/** Actors that are not people: their commands state no part version and cause no nudge to themselves. */
export const isSystem = (actor: Actor): boolean => actor.kind === 'workflow' || actor.kind === 'clock';
