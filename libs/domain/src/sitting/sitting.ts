import type { RecordRef, SittingStanding } from '#libs/contracts';
import type { Context } from '../record/context.ts';
import { refuse, type Refusal } from '../record/context.ts';
import type { LinkedCommand, RecordDefinition } from '../record/definition.ts';
import { applyKeeping } from '../record/keeping.ts';
import type { Notice } from '../record/notice.ts';
import { nextDueAtMs } from '../record/obligation.ts';
import type { RecordEvent } from '../record/record-events.ts';
import { stallOf } from '../record/stall.ts';
import { stepNotices } from '../record/step-notices.ts';
import { bodyOf } from '../rules/municipality-rules.ts';
import type { NewItem, SittingCommand } from './sitting.commands.ts';
import type { SittingEvent } from './sitting.events.ts';
import { sittingExpectations } from './sitting-expectations.ts';
import { begunSitting, sittingEvents, type LaterSittingEvent } from './sitting-fold.ts';
import {
  itemOf,
  openingRefusal,
  requiredAbsent,
  sittingCommands,
  toPhone,
  type LaterSittingCommand,
} from './sitting-rules.ts';
import type { SittingState } from './sitting-state.ts';

type AnyRule = {
  refusal?: (state: SittingState, command: SittingCommand, ctx: Context) => Refusal | undefined;
  decide: (state: SittingState, command: SittingCommand, ctx: Context) => readonly SittingEvent[];
};
// The table is keyed by the command's own type, so the rule found fits the command; TypeScript cannot say that of a union.
const ruleOf = (command: LaterSittingCommand): AnyRule => sittingCommands[command.type] as AnyRule;

const isClosed = (state: SittingState): boolean => state.stage === 'closed' || state.stage === 'cancelled';

/** 開催回 as the executor knows it. */
export const sittingDefinition: RecordDefinition<SittingState, SittingCommand, SittingEvent> = {
  kind: 'sitting',
  shape: 2,
  beginnings: new Set(['open-sitting']),
  refusal(state, command, ctx) {
    if (command.type === 'open-sitting') return openingRefusal(command, ctx);
    if (!state) return refuse('record.missing');
    return Object.hasOwn(sittingCommands, command.type)
      ? ruleOf(command).refusal?.(state, command, ctx)
      : refuse('command.unknown', { command: command.type });
  },
  decide(state, command, ctx, ref) {
    if (command.type === 'open-sitting') return open(command, ctx, ref);
    if (!state) throw new Error('decide was asked for a sitting that does not exist');
    return ruleOf(command).decide(state, command, ctx);
  },
  apply(state, event) {
    const next = folded(state, event);
    return { ...next, seq: (state?.seq ?? 0) + 1, parts: raised(next.parts, event) };
  },
  partOf: (command) => partOfCommand(command),
  linked: linksOf,
  expectations: sittingExpectations,
  notices: noticesOf,
  standing: (state) => standingOf(state),
  stall: (state) => stallOf(Object.values(state.obligations), !isClosed(state), state.openedOn),
  isOpen: (state) => !isClosed(state),
  agencies: (state) => [
    ...new Set([...state.items.flatMap(({ agencies }) => agencies), ...state.invitations.map(({ agency }) => agency)]),
  ],
};

function open(
  command: Extract<SittingCommand, { type: 'open-sitting' }>,
  ctx: Context,
  ref: RecordRef,
): readonly SittingEvent[] {
  const { body, ordinal, heldOn, startsAt, endsAt, placeText, item } = command;
  const kind = bodyOf(ctx.rules, body)?.kind ?? 'supportMeeting';
  const opened: SittingEvent = {
    type: 'sitting-opened',
    v: 1,
    municipality: ref.municipality,
    id: ref.id,
    body,
    kind,
    ordinal,
    on: ctx.today,
    heldOn,
    startsAt,
    endsAt,
    placeText,
  };
  return item ? [opened, { type: 'item-added', v: 1, item: itemOf(item, body, ctx) }] : [opened];
}

function folded(state: SittingState | undefined, event: SittingEvent | RecordEvent): SittingState {
  if (event.type === 'sitting-opened') return begunSitting(event);
  if (!state) throw new Error(`a log cannot begin with ${event.type}`);
  if (!event.type.startsWith('obligation-')) {
    const fold = sittingEvents[event.type as LaterSittingEvent['type']] as
      ((state: SittingState, event: SittingEvent | RecordEvent) => SittingState) | undefined;
    if (!fold) throw new Error(`unknown event of a sitting: ${event.type}`);
    return fold(state, event);
  }
  const next = applyKeeping(state, event as RecordEvent);
  if (event.type !== 'obligation-step-taken' || event.step !== 'expiry') return next;
  const about = state.obligations[event.key]?.about;
  return { ...next, invitations: next.invitations.map((one) => (one.id === about ? { ...one, expired: true } : one)) };
}

function partOfCommand(command: SittingCommand): string | undefined {
  switch (command.type) {
    case 'call-sitting':
    case 'move-sitting':
    case 'hold-sitting':
    case 'cancel-sitting':
      return 'sitting';
    case 'remove-item':
    case 'give-disposition':
      return `item/${command.itemId}`;
    default:
      // An invitee answers what is in front of it and may answer again; the newest answer holds.
      return undefined;
  }
}

function raised(parts: SittingState['parts'], event: SittingEvent | RecordEvent): SittingState['parts'] {
  const part = partOfEvent(event);
  return part === undefined ? parts : { ...parts, [part]: (parts[part] ?? 0) + 1 };
}

function partOfEvent(event: SittingEvent | RecordEvent): string | undefined {
  switch (event.type) {
    case 'sitting-called':
    case 'sitting-moved':
    case 'sitting-held':
    case 'sitting-cancelled':
    case 'sitting-closed':
      return 'sitting';
    case 'item-removed':
    case 'item-frozen':
    case 'disposition-given':
      return `item/${event.itemId}`;
    default:
      return undefined;
  }
}

/** What a sitting says to the cases on it, in the same transaction. */
function linksOf(before: SittingState | undefined, command: SittingCommand, ref: RecordRef): readonly LinkedCommand[] {
  const to = (caseId: string, said: LinkedCommand['command']): LinkedCommand => ({
    ref: { municipality: ref.municipality, kind: 'support-case', id: caseId },
    command: said,
  });
  const open = (before?.items ?? []).filter(({ disposition }) => disposition === null);
  switch (command.type) {
    case 'open-sitting':
      return command.item ? [to(command.item.caseId, placing(command.item, ref.id, command.heldOn, command.body))] : [];
    case 'add-item':
      return before ? [to(command.item.caseId, placing(command.item, ref.id, before.heldOn, before.body))] : [];
    case 'remove-item':
      return open
        .filter(({ id }) => id === command.itemId)
        .map(({ id, caseId }) => to(caseId, { type: 'drop-placement', itemId: id }));
    case 'move-sitting':
      return open.map(({ id, caseId }) => to(caseId, { type: 'move-placement', itemId: id, heldOn: command.heldOn }));
    case 'cancel-sitting':
      return open.map(({ id, caseId }) => to(caseId, { type: 'drop-placement', itemId: id }));
    case 'give-disposition':
      return open
        .filter(({ id }) => id === command.itemId)
        .map(({ caseId }) => to(caseId, { ...command, type: 'take-disposition' }));
    default:
      return [];
  }
}

const placing = (item: NewItem, sittingId: string, heldOn: string, body: string): LinkedCommand['command'] => ({
  type: 'place-on-sitting',
  ...item,
  sittingId,
  heldOn,
  body,
});

function noticesOf(
  before: SittingState | undefined,
  after: SittingState,
  events: readonly (SittingEvent | RecordEvent)[],
  ctx: Context,
): readonly Notice[] {
  const first = after.seq - events.length;
  return events.flatMap((event, index) =>
    wordsOf(event, before ?? after, after, ctx).map((word, nth) => ({
      ...word,
      key: `${event.type}/${String(first + index + 1)}/${String(nth)}`,
    })),
  );
}

function wordsOf(
  event: SittingEvent | RecordEvent,
  before: SittingState,
  after: SittingState,
  ctx: Context,
): readonly Omit<Notice, 'key'>[] {
  // To the head of the body, one by one, never to anybody of a household: an invitation can only name an agency (R63).
  const toHeads = (kind: Notice['kind'], ids: readonly string[]): readonly Omit<Notice, 'key'>[] =>
    after.invitations
      .filter(({ id }) => ids.includes(id))
      .map(({ id, agency }) => ({
        kind,
        recipient: { agency, to: 'head' },
        invitationId: id,
        sequence: after.sequence,
      }));
  const sent = after.invitations.filter((one) => one.sent).map(({ id }) => id);
  switch (event.type) {
    case 'invitations-sent':
      return toHeads('invitation', event.invitationIds);
    case 'sitting-moved':
      return toHeads('invitation-moved', sent);
    case 'sitting-cancelled':
      return toHeads('invitation-cancelled', sent);
    case 'required-absence-told':
      return [{ kind: 'required-absence', recipient: { agency: ctx.rules.coordinatingBody, to: 'coordinator' } }];
    case 'obligation-step-taken': {
      const obligation = before.obligations[event.key];
      return obligation?.kind === 'reply' && obligation.about !== undefined && event.step === 'reminder'
        ? toHeads('reply-reminder', [obligation.about])
        : stepNotices(event, before, ctx);
    }
    default:
      return [];
  }
}

function standingOf(state: SittingState): SittingStanding {
  return {
    seq: state.seq,
    stage: state.stage,
    closed: isClosed(state),
    nextDueAtMs: nextDueAtMs(state.obligations),
    called: state.stage === 'called',
    uncalled: state.stage === 'called' ? state.invitations.filter(({ sent }) => !sent).length : 0,
    phoneTasksMissing: toPhone(state).length,
    requiredAbsent: state.stage === 'called' ? requiredAbsent(state) : 0,
    requiredAbsenceTold: state.requiredAbsenceTold,
    held: state.stage === 'held',
    cancelled: state.stage === 'cancelled',
    itemsWithoutDisposition: state.items.filter(({ disposition }) => disposition === null).length,
  };
}
