import { agencyOfActor } from '../record/actor.ts';
import { refuse } from '../record/context.ts';
import type { CommandRules, EventRules } from '../record/definition.ts';
import type { MunicipalityRules } from '../rules/municipality-rules.ts';
import type { CaseState, Handoff } from './case-state.ts';
import type { TrackCommand } from './case.commands.ts';
import type { TrackEvent } from './case.events.ts';
import { trackIsLive } from './consent-scope.ts';
import { alreadySo, firstOf } from './refusals.ts';
import { isEnded } from './stage.ts';

export type TrackRuleCommand = TrackCommand | { readonly type: 'propose-for-support-meeting' };

const mainHandoffs = (state: CaseState): readonly Handoff[] => state.handoffs.filter(({ main }) => main);
const declines = (handoffs: readonly Handoff[]): number =>
  handoffs.filter(({ state: answer }) => answer === 'declined').length;

/** N refusals of the main つなぎ, or a ladder that ended in silence, call for a 支援会議. */
function meetingCalledFor(state: CaseState, rules: MunicipalityRules): boolean {
  const last = mainHandoffs(state).at(-1);
  return (last?.state === 'awaiting' && last.expired) || declines(mainHandoffs(state)) >= rules.declinesBeforeMeeting;
}

/** Before the chair, or there since the last refusal or silence: after a dismissal the same ones do not raise it again, a further one does. */
export function proposedForMeeting(state: CaseState, rules: MunicipalityRules): boolean {
  if (state.track.state === 'candidate' || trackIsLive(state)) return true;
  const main = mainHandoffs(state);
  const raisings = main.filter(
    ({ expired, state: answer }, index) =>
      expired || (answer === 'declined' && declines(main.slice(0, index + 1)) >= rules.declinesBeforeMeeting),
  ).length;
  return state.track.candidacies >= Math.max(1, raisings);
}

const liveOnly = (state: CaseState): ReturnType<typeof refuse> | undefined =>
  trackIsLive(state) ? undefined : refuse('track.not-live');

/** 支援会議での検討: a parallel track with its own reviews and end (R4, R15). */
export const trackCommands: CommandRules<CaseState, TrackRuleCommand, TrackEvent> = {
  'propose-for-support-meeting': {
    // Only refusals or silence call for it: what was dismissed is not raised a second time for the same reason.
    refusal: (state, _command, ctx) =>
      isEnded(state.stage) || !meetingCalledFor(state, ctx.rules) || proposedForMeeting(state, ctx.rules)
        ? alreadySo
        : undefined,
    decide: (state, _command, ctx) => [
      {
        type: 'candidate-raised',
        v: 1,
        on: ctx.today,
        after: state.handoffs.some(({ main, expired, state: answer }) => main && expired && answer === 'awaiting')
          ? 'silence'
          : 'declines',
      },
    ],
  },
  'confirm-candidate': {
    refusal: (state) => (state.track.state === 'candidate' ? undefined : refuse('candidate.none')),
    decide: (_state, _command, ctx) => [{ type: 'candidate-confirmed', v: 1, on: ctx.today }],
  },
  'dismiss-candidate': {
    refusal: (state) => (state.track.state === 'candidate' ? undefined : refuse('candidate.none')),
    decide: (_state, command, ctx) => [
      { type: 'candidate-dismissed', v: 1, on: ctx.today, reasonText: command.reasonText },
    ],
  },
  'record-pre-contact': {
    refusal: (state, command, ctx) =>
      firstOf(
        state.track.state !== 'outreach' && refuse('outreach.not-decided'),
        state.track.outreach?.preContactOn !== null && refuse('outreach.pre-contact-done'),
        command.on > ctx.today && refuse('date.in-future', { field: 'on' }),
      ),
    decide: (_state, command) => [{ type: 'pre-contact-recorded', v: 1, on: command.on, text: command.text }],
  },
  'record-contact': {
    // The way is decided before the first contact: 事前調整 (domain.md 1.2).
    refusal: (state, command, ctx) =>
      firstOf(
        state.track.state !== 'outreach' && refuse('outreach.not-decided'),
        state.track.outreach?.preContactOn === null && refuse('outreach.pre-contact-first'),
        command.on > ctx.today && refuse('date.in-future', { field: 'on' }),
        command.nextContactOn <= ctx.today && refuse('date.not-ahead', { field: 'nextContactOn' }),
        state.contacts.some(({ id }) => id === command.contactId) && refuse('contact.id-used'),
      ),
    decide: (state, command, ctx) => [
      {
        type: 'contact-recorded',
        v: 1,
        contactId: command.contactId,
        on: command.on,
        method: command.method,
        result: command.result,
        by: agencyOfActor(ctx.actor) ?? state.leadAgency,
        nextContactOn: command.nextContactOn,
        text: command.text,
      },
    ],
  },
  'review-track': {
    refusal: (state, command, ctx) =>
      firstOf(
        liveOnly(state),
        command.nextReviewOn !== null &&
          command.nextReviewOn <= ctx.today &&
          refuse('date.not-ahead', { field: 'nextReviewOn' }),
        command.nextReviewOn === null &&
          state.placements.some(({ kind, result }) => kind === 'supportMeeting' && result === null) &&
          refuse('track.item-open'),
      ),
    decide: (_state, command, ctx) => [
      { type: 'track-reviewed', v: 1, on: ctx.today, nextReviewOn: command.nextReviewOn, text: command.text },
    ],
  },
  'finish-task': {
    refusal: (state, command) => {
      const task = state.tasks.find(({ id }) => id === command.taskId);
      return firstOf(
        !task && refuse('task.missing'),
        task?.state !== 'open' && refuse('task.not-open'),
        command.outcome === 'impossible' && command.text === null && refuse('task.reason-missing'),
      );
    },
    decide: (_state, command, ctx) => [
      {
        type: 'task-finished',
        v: 1,
        taskId: command.taskId,
        outcome: command.outcome,
        on: ctx.today,
        text: command.text,
      },
    ],
  },
};

/** The track ends: nobody is looked at without consent any more. */
export const endTrack = (state: CaseState): CaseState => ({
  ...state,
  track: { ...state.track, state: 'ended', nextReviewOn: null },
  persons: state.persons.map((person) => (person.track === 'supportMeeting' ? { ...person, track: 'none' } : person)),
});

export const trackEvents: EventRules<CaseState, TrackEvent> = {
  'candidate-raised': (state) => ({
    ...state,
    track: { ...state.track, state: 'candidate', candidacies: state.track.candidacies + 1 },
  }),
  'candidate-confirmed': (state) => ({ ...state, track: { ...state.track, state: 'reviewing' } }),
  'candidate-dismissed': (state) => ({ ...state, track: { ...state.track, state: 'none' } }),
  'pre-contact-recorded': (state, event) =>
    state.track.outreach
      ? {
          ...state,
          track: {
            ...state.track,
            outreach: { ...state.track.outreach, preContactOn: event.on, preContactText: event.text },
          },
        }
      : state,
  'contact-recorded': (state, event) => ({
    ...state,
    contacts: [
      ...state.contacts,
      { id: event.contactId, on: event.on, method: event.method, result: event.result, by: event.by, text: event.text },
    ],
    track: {
      ...state.track,
      nextReviewOn: event.nextContactOn,
      reviews: state.track.reviews + 1,
      outreach: state.track.outreach && {
        ...state.track.outreach,
        contacts: state.track.outreach.contacts + 1,
        met: state.track.outreach.met + (event.result === 'met' ? 1 : 0),
      },
    },
  }),
  'track-reviewed': (state, event) =>
    event.nextReviewOn === null
      ? endTrack({ ...state, track: { ...state.track, reviews: state.track.reviews + 1 } })
      : { ...state, track: { ...state.track, nextReviewOn: event.nextReviewOn, reviews: state.track.reviews + 1 } },
  'task-finished': (state, event) => ({
    ...state,
    tasks: state.tasks.map((task) => (task.id === event.taskId ? { ...task, state: event.outcome } : task)),
  }),
};
