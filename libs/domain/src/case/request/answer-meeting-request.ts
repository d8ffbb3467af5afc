import type { IsoDate } from '#libs/calendar';
import { ref, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import type { Context } from '../../record/context.ts';
import { toCoordinator, toDesk } from '../../record/words.ts';
import type { MeetingKind } from '../../rules/municipality-rules.ts';
import type { CaseState, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { likelyRequest, requestNow, requestOf, unlessOpen, withRequest } from './meeting-request.ts';

/** The secretariat does not put the case on a meeting, and says why. */
export const declineMeetingRequest = command('decline-meeting-request', {
  part: ({ requestId }) => `meeting-request/${requestId}`,
  stands: requestNow,
  fields: { requestId: ref(), reasonText: text('meeting-request-answer', 2_000) },
  likely: likelyRequest,
  refusal: (state, { requestId }) => unlessOpen(state, requestId),
  decide: (_state, { requestId, reasonText }, { today }) => [
    { type: 'meeting-request-declined', v: 1, requestId, on: today, reasonText },
  ],
});

interface MeetingRequestDeclined extends Fact<'meeting-request-declined', 1> {
  readonly requestId: string;
  readonly on: IsoDate;
  readonly reasonText: TextId;
}

export const meetingRequestDeclined = event<MeetingRequestDeclined>('meeting-request-declined', 1, {
  fold: (state, { requestId, on, reasonText }) => ({
    ...state,
    meetingRequests: withRequest(state, requestId, { state: 'declined', answeredOn: on, answerText: reasonText }),
  }),
  raises: ({ requestId }) => [`meeting-request/${requestId}`],
  area: ({ requestId }) => ({ kind: 'request', requestId }),
  tells: null,
  ...quiet,
  notifies: ({ requestId }, after) => answerTo(after, requestId),
});

/** Whoever asked takes it back (whose it is, libs/access judges); or says so to the secretariat, which enters it. */
export const withdrawMeetingRequest = command('withdraw-meeting-request', {
  part: ({ requestId }) => `meeting-request/${requestId}`,
  stands: () => ({}),
  fields: { requestId: ref() },
  likely: likelyRequest,
  refusal: (state, { requestId }) => unlessOpen(state, requestId),
  decide: (_state, { requestId }, { today }) => [{ type: 'meeting-request-withdrawn', v: 1, requestId, on: today }],
});

interface MeetingRequestWithdrawn extends Fact<'meeting-request-withdrawn', 1> {
  readonly requestId: string;
  readonly on: IsoDate;
}

export const meetingRequestWithdrawn = event<MeetingRequestWithdrawn>('meeting-request-withdrawn', 1, {
  fold: (state, { requestId, on }) => ({
    ...state,
    meetingRequests: withRequest(state, requestId, { state: 'withdrawn', answeredOn: on }),
  }),
  raises: ({ requestId }) => [`meeting-request/${requestId}`],
  area: ({ requestId }) => ({ kind: 'request', requestId }),
  tells: null,
  ...quiet,
});

interface MeetingRequestTaken extends Fact<'meeting-request-taken', 1> {
  readonly requestId: string;
  readonly itemId: string;
  readonly on: IsoDate;
}

/** The item that was asked for is on an agenda: the request ends by itself. */
export const meetingRequestTaken = event<MeetingRequestTaken>('meeting-request-taken', 1, {
  fold: (state, { requestId, itemId, on }) => ({
    ...state,
    meetingRequests: withRequest(state, requestId, { state: 'taken', answeredOn: on, itemId }),
  }),
  raises: ({ requestId }) => [`meeting-request/${requestId}`],
  area: ({ requestId }) => ({ kind: 'request', requestId }),
  tells: null,
  ...quiet,
  notifies: ({ requestId }, after) => answerTo(after, requestId),
});

interface MeetingRequestReopened extends Fact<'meeting-request-reopened', 1> {
  readonly requestId: string;
  readonly on: IsoDate;
}

/** The item by which it was taken is off the agenda again, or its sitting is off: an answer is owed anew. */
export const meetingRequestReopened = event<MeetingRequestReopened>('meeting-request-reopened', 1, {
  fold: (state, { requestId }) => ({
    ...state,
    meetingRequests: withRequest(state, requestId, {
      state: 'open',
      answeredOn: null,
      itemId: null,
      reopened: requestOf(state, requestId).reopened + 1,
    }),
  }),
  raises: ({ requestId }) => [`meeting-request/${requestId}`],
  area: ({ requestId }) => ({ kind: 'request', requestId }),
  tells: null,
  ...quiet,
  notifies: (_event, _after, ctx) => [toCoordinator(ctx, 'work-waiting', 'meeting-request')],
});

const answerTo = (state: CaseState, requestId: string): ReturnType<typeof toDesk>[] => [
  toDesk(requestOf(state, requestId).by, 'meeting-request-answered'),
];

/** The requests that an item answers: of its kind of meeting, and everybody whom they are about is on it. */
export const takenBy = (
  { meetingRequests }: CaseState,
  item: { readonly itemId: string; readonly kind: MeetingKind; readonly personIds: readonly string[] },
  { today }: Pick<Context, 'today'>,
): readonly MeetingRequestTaken[] =>
  meetingRequests
    .filter(
      ({ state, kind, personIds }) =>
        state === 'open' && kind === item.kind && personIds.every((id) => item.personIds.includes(id)),
    )
    .map(({ id }) => ({ type: 'meeting-request-taken', v: 1, requestId: id, itemId: item.itemId, on: today }));

/** The requests that stand open again when that item is lost. */
export const reopenedBy = (
  { meetingRequests }: CaseState,
  itemId: string,
  { today }: Pick<Context, 'today'>,
): readonly MeetingRequestReopened[] =>
  meetingRequests
    .filter((one) => one.state === 'taken' && one.itemId === itemId)
    .map(({ id }) => ({ type: 'meeting-request-reopened', v: 1, requestId: id, on: today }));
