import type { IsoDate } from '#libs/calendar';
import { body, code, made, refs, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agencyOfActor } from '../../record/actor.ts';
import { refuse } from '../../record/context.ts';
import { toCoordinator } from '../../record/words.ts';
import { bodyOf, type AgencyCode, type BodyCode, type MeetingKind } from '../../rules/municipality-rules.ts';
import type { TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { itemPurposes, type ItemPurpose } from '../codes.ts';
import { requestRefusal } from '../placement/placement-gate.ts';
import { firstOf } from '../refusals.ts';

/**
 * 事務局に案件化を依頼する: who carries a case and opens no sitting asks the secretariat for one. It puts nobody on an agenda and opens nothing
 * to anybody; only the item does.
 */
export const requestMeeting = command('request-meeting', {
  part: null,
  fields: {
    requestId: made(),
    body: body(),
    purpose: code(itemPurposes),
    personIds: refs(1),
    reasonText: text('meeting-request', 2_000),
  },
  likely: ({ persons, meetingRequests }, { rules }) => {
    const free = rules.bodies.find(
      ({ kind }) => !meetingRequests.some((one) => one.state === 'open' && one.kind === kind),
    );
    return {
      body: (free ?? rules.bodies[0])?.code ?? '',
      purpose: 'informationSharing',
      personIds: persons.map(({ id }) => id),
    };
  },
  refusal: (state, said, { rules, today }) => {
    const kind = bodyOf(rules, said.body)?.kind;
    if (kind === undefined) return refuse('body.unknown', { body: said.body, field: 'body' });
    return firstOf(
      requestRefusal(state, { ...said, kind, heldOn: today }),
      state.meetingRequests.some((one) => one.state === 'open' && one.kind === kind) &&
        refuse('meeting-request.already-open'),
    );
  },
  decide: (state, { requestId, body: wished, purpose, personIds, reasonText }, { actor, rules, today }) => [
    {
      type: 'meeting-requested',
      v: 1,
      requestId,
      by: agencyOfActor(actor) ?? state.leadAgency,
      body: wished,
      kind: bodyOf(rules, wished)?.kind ?? 'supportMeeting',
      purpose,
      personIds,
      on: today,
      reasonText,
    },
  ],
});

interface MeetingRequested extends Fact<'meeting-requested', 1> {
  readonly requestId: string;
  readonly by: AgencyCode;
  readonly body: BodyCode;
  readonly kind: MeetingKind;
  readonly purpose: ItemPurpose;
  readonly personIds: readonly string[];
  readonly on: IsoDate;
  readonly reasonText: TextId;
}

export const meetingRequested = event<MeetingRequested>('meeting-requested', 1, {
  fold: (state, { requestId, on, type: _type, v: _v, ...asked }) => ({
    ...state,
    meetingRequests: [
      ...state.meetingRequests,
      {
        ...asked,
        id: requestId,
        askedOn: on,
        state: 'open',
        answeredOn: null,
        answerText: null,
        itemId: null,
        reopened: 0,
      },
    ],
  }),
  raises: ({ requestId }) => [`meeting-request/${requestId}`],
  area: ({ requestId }) => ({ kind: 'request', requestId }),
  // The panel of the meetings shows it.
  tells: null,
  ...quiet,
  notifies: (_asked, _after, ctx) => [toCoordinator(ctx, 'work-waiting', 'meeting-request')],
});
