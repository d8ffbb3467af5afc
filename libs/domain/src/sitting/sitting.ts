import type { SomeBeginningUnit, SomeCommandUnit } from '../command/command.ts';
import type { SomeEventUnit, Word } from '../command/event.ts';
import { refuse, type Context } from '../record/context.ts';
import type { RecordDefinition } from '../record/definition.ts';
import { applyKeeping } from '../record/keeping.ts';
import type { RecordEvent } from '../record/record-events.ts';
import { stallOf } from '../record/stall.ts';
import { stepNotices } from '../record/step-notices.ts';
import { replyExpired, replyReminder } from './invitation/reply-owed.ts';
import { sittingBeginnings, sittingCommands, type SittingCommand } from './sitting-commands.ts';
import { sittingEvents, type SittingEvent } from './sitting-events.ts';
import { sittingExpectations } from './sitting-expectations.ts';
import { isClosed, sittingStanding } from './sitting-standing.ts';
import type { SittingState } from './sitting-state.ts';

const beginnings: Readonly<Record<string, SomeBeginningUnit<SittingEvent> | undefined>> = sittingBeginnings;
const commands: Readonly<Record<string, SomeCommandUnit<SittingState, SittingEvent> | undefined>> = sittingCommands;
const events: Readonly<Record<string, SomeEventUnit<SittingState> | undefined>> = sittingEvents;

const isKeeping = (event: SittingEvent | RecordEvent): event is RecordEvent => event.type.startsWith('obligation-');

/** 開催回 as the executor knows it. */
export const sittingDefinition: RecordDefinition<SittingState, SittingCommand, SittingEvent> = {
  kind: 'sitting',
  beginnings: new Set(Object.keys(sittingBeginnings)),
  refusal(state, command, ctx) {
    const beginning = beginnings[command.type];
    if (beginning) return beginning.refusal?.(command as never, ctx);
    if (!state) return refuse('record.missing');
    const unit = commands[command.type];
    return unit ? unit.refusal?.(state, command as never, ctx) : refuse('command.unknown', { command: command.type });
  },
  decide(state, command, ctx, ref) {
    const beginning = beginnings[command.type];
    if (beginning) return beginning.decide(command as never, ctx, ref);
    const unit = commands[command.type];
    if (!state || !unit) throw new Error('decide was asked for a sitting or a command that does not exist');
    return unit.decide(state, command as never, ctx);
  },
  apply(state, event) {
    const next = folded(state, event);
    const raised = events[event.type]?.raises?.(event as never) ?? [];
    const parts = Object.fromEntries(raised.map((part) => [part, (next.parts[part] ?? 0) + 1]));
    return { ...next, seq: (state?.seq ?? 0) + 1, parts: { ...next.parts, ...parts } };
  },
  partOf(command) {
    const part = commands[command.type]?.part ?? undefined;
    return typeof part === 'function' ? part(command as never) : part;
  },
  linked: (before, command, ref) =>
    beginnings[command.type]?.links?.(command as never, ref) ??
    (before && commands[command.type]?.links?.(before, command as never, ref)) ??
    [],
  expectations: sittingExpectations,
  notices(before, after, written, ctx) {
    const first = after.seq - written.length;
    return written.flatMap((event, index) =>
      wordsOf(event, before ?? after, after, ctx).map((word, nth) => ({
        ...word,
        key: `${event.type}/${String(first + index + 1)}/${String(nth)}`,
      })),
    );
  },
  standing: (state) => sittingStanding(state),
  stall: (state) => stallOf(Object.values(state.obligations), !isClosed(state), state.openedOn),
  isOpen: (state) => !isClosed(state),
  agencies: (state) => [
    ...new Set([...state.items.flatMap(({ agencies }) => agencies), ...state.invitations.map(({ agency }) => agency)]),
  ],
};

function folded(state: SittingState | undefined, event: SittingEvent | RecordEvent): SittingState {
  const unit = events[event.type];
  if (unit?.begin) return unit.begin(event as never);
  if (!state) throw new Error(`a log cannot begin with ${event.type}`);
  if (unit?.fold) return unit.fold(state, event as never);
  if (!isKeeping(event)) throw new Error(`unknown event of a sitting: ${event.type}`);
  const next = applyKeeping(state, event);
  if (event.type !== 'obligation-step-taken' || event.step !== 'expiry') return next;
  const owed = state.obligations[event.key];
  return owed?.kind === 'reply' && owed.about !== undefined ? replyExpired(next, owed.about) : next;
}

function wordsOf(
  event: SittingEvent | RecordEvent,
  before: SittingState,
  after: SittingState,
  ctx: Context,
): readonly Word[] {
  if (!isKeeping(event)) return events[event.type]?.notifies?.(event as never, after, ctx) ?? [];
  if (event.type !== 'obligation-step-taken') return [];
  const owed = before.obligations[event.key];
  return owed?.kind === 'reply' && owed.about !== undefined && event.step === 'reminder'
    ? replyReminder(owed.about, after)
    : stepNotices(event, before, ctx);
}
