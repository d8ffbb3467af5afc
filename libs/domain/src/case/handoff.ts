import { agencyOfActor } from '../record/actor.ts';
import { refuse, type Context, type Refusal } from '../record/context.ts';
import type { CommandRules, EventRules } from '../record/definition.ts';
import { knowsAgency, type AgencyCode } from '../rules/municipality-rules.ts';
import type { CaseState, Handoff } from './case-state.ts';
import type { HandoffCommand } from './case.commands.ts';
import type { HandoffEvent } from './case.events.ts';
import { openMatter, tasksHandedOver } from './closing.ts';
import { consentedPersons } from './consent-scope.ts';
import { firstOf, unlessIn } from './refusals.ts';
import { isEnded } from './stage.ts';

const awaiting = (state: CaseState, handoffId: string): Refusal | undefined => {
  const handoff = state.handoffs.find(({ id }) => id === handoffId);
  if (!handoff) return refuse('handoff.missing');
  return handoff.state === 'awaiting' ? undefined : refuse('handoff.not-awaiting', { state: handoff.state });
};

const senderOf = (state: CaseState, ctx: Context): AgencyCode => agencyOfActor(ctx.actor) ?? state.leadAgency;

/** つなぎ (R12): silence is never acceptance; the sender stays responsible until the receiver accepts. */
export const handoffCommands: CommandRules<CaseState, HandoffCommand, HandoffEvent> = {
  'send-handoff': {
    refusal: (state, command, ctx) =>
      firstOf(
        !knowsAgency(ctx.rules, command.to) && refuse('agency.unknown', { agency: command.to }),
        command.main ? unlessIn(state, ['screening'], command) : isEnded(state.stage) && refuse('case.ended'),
        state.handoffs.some(({ id }) => id === command.handoffId) && refuse('handoff.id-used'),
        state.handoffs.some((handoff) => handoff.state === 'awaiting' && handoff.to === command.to) &&
          refuse('handoff.already-sent', { agency: command.to }),
        command.to === state.leadAgency && command.to !== ctx.rules.coordinatingBody && refuse('handoff.to-lead'),
      ),
    // Inside one agency there is nobody to wait for: sender and receiver are the same desk (R85).
    decide: (state, command, ctx) => {
      const from = senderOf(state, ctx);
      const sent: HandoffEvent = {
        type: 'handoff-sent',
        v: 1,
        handoffId: command.handoffId,
        main: command.main,
        purpose: command.purpose,
        from,
        to: command.to,
        on: ctx.today,
        messageText: command.messageText,
      };
      return from === command.to ? [sent, accepted(state, command.handoffId, null, ctx)] : [sent];
    },
  },
  'accept-handoff': {
    refusal: (state, command) => awaiting(state, command.handoffId),
    decide: (state, command, ctx) => [accepted(state, command.handoffId, command.answerText, ctx)],
  },
  'decline-handoff': {
    refusal: (state, command) => awaiting(state, command.handoffId),
    decide: (_state, command, ctx) => [
      {
        type: 'handoff-declined',
        v: 1,
        handoffId: command.handoffId,
        on: ctx.today,
        reason: command.reason,
        suggestion: command.suggestion,
        answerText: command.answerText,
      },
    ],
  },
  'advise-on-handoff': {
    // Advice on the main つなぎ ends the case.
    refusal: (state, { handoffId }) =>
      firstOf(
        awaiting(state, handoffId),
        state.handoffs.some(({ id, main }) => id === handoffId && main) && openMatter(state, handoffId),
      ),
    decide: (_state, command, ctx) => [
      { type: 'handoff-advised', v: 1, handoffId: command.handoffId, on: ctx.today, adviceText: command.adviceText },
    ],
  },
  'withdraw-handoff': {
    refusal: (state, command) => awaiting(state, command.handoffId),
    decide: (_state, command, ctx) => [
      { type: 'handoff-withdrawn', v: 1, handoffId: command.handoffId, on: ctx.today, reasonText: command.reasonText },
    ],
  },
};

const accepted = (state: CaseState, handoffId: string, answerText: string | null, ctx: Context): HandoffEvent => ({
  type: 'handoff-accepted',
  v: 1,
  handoffId,
  on: ctx.today,
  membershipId: ctx.actor.kind === 'person' ? ctx.actor.membershipId : null,
  answerText,
  consented: consentedPersons(state, ctx.today).length > 0,
});

const answered = (state: CaseState, handoffId: string, change: (handoff: Handoff) => Handoff): CaseState => ({
  ...state,
  handoffs: state.handoffs.map((one) => (one.id === handoffId ? change(one) : one)),
});

/** @throws when the log answers a handoff it never sent. */
function handoffOf(state: CaseState, handoffId: string): Handoff {
  const found = state.handoffs.find(({ id }) => id === handoffId);
  if (!found) throw new Error(`handoff ${handoffId} is not in the log`);
  return found;
}

/** After a refusal, advice on a side request or a recall the case is where its sender can go on. */
const backToSender = (state: CaseState, handoffId: string): CaseState =>
  handoffOf(state, handoffId).main ? { ...state, stage: 'screening' } : state;

export const handoffEvents: EventRules<CaseState, HandoffEvent> = {
  'handoff-sent': (state, event) => ({
    ...state,
    stage: event.main ? 'handoff' : state.stage,
    handoffs: [
      ...state.handoffs,
      {
        id: event.handoffId,
        main: event.main,
        purpose: event.purpose,
        from: event.from,
        to: event.to,
        sentOn: event.on,
        state: 'awaiting',
        expired: false,
        answeredOn: null,
        reason: null,
        suggestion: null,
        messageText: event.messageText,
        answerText: null,
      },
    ],
  }),
  'handoff-accepted': (state, event) => {
    const handoff = handoffOf(state, event.handoffId);
    const joined = state.participants.some(({ agency, releasedOn }) => agency === handoff.to && releasedOn === null);
    const next = answered(
      {
        ...state,
        participants: joined
          ? state.participants
          : [...state.participants, { agency: handoff.to, since: event.on, basis: 'handoff', releasedOn: null }],
      },
      event.handoffId,
      (one) => ({ ...one, state: 'accepted', answeredOn: event.on, answerText: event.answerText }),
    );
    const carried: CaseState =
      handoff.purpose === 'takeOver'
        ? { ...next, leadAgency: handoff.to, personInCharge: { agency: handoff.to, membershipId: event.membershipId } }
        : next;
    if (!handoff.main) return carried;
    return event.consented
      ? { ...carried, stage: 'assessment', assessments: carried.assessments + 1 }
      : { ...carried, stage: 'accepted' };
  },
  'handoff-declined': (state, event) =>
    backToSender(
      answered(state, event.handoffId, (one) => ({
        ...one,
        state: 'declined',
        answeredOn: event.on,
        reason: event.reason,
        suggestion: event.suggestion,
        answerText: event.answerText,
      })),
      event.handoffId,
    ),
  'handoff-advised': (state, event) => {
    const next = answered(state, event.handoffId, (one) => ({
      ...one,
      state: 'advised',
      answeredOn: event.on,
      answerText: event.adviceText,
    }));
    return handoffOf(next, event.handoffId).main ? { ...next, stage: 'advised', tasks: tasksHandedOver(next) } : next;
  },
  'handoff-withdrawn': (state, event) =>
    backToSender(
      answered(state, event.handoffId, (one) => ({ ...one, state: 'withdrawn', answeredOn: event.on })),
      event.handoffId,
    ),
};
