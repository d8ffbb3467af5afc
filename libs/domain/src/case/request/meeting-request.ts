import type { IsoDate } from '#libs/calendar';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { AgencyCode, BodyCode, MeetingKind } from '../../rules/municipality-rules.ts';
import type { CaseState, TextId } from '../case-state.ts';
import type { ItemPurpose } from '../codes.ts';
import { coordinator } from '../expectation-parts.ts';

/** 案件化の依頼: an agency that opens no sitting asks the secretariat to put the case on one. */
export interface MeetingRequest {
  readonly id: string;
  readonly by: AgencyCode;
  /** The body that is wished for. */
  readonly body: BodyCode;
  readonly kind: MeetingKind;
  readonly purpose: ItemPurpose;
  /** Whom it is about: what is written in it is theirs. */
  readonly personIds: readonly string[];
  readonly reasonText: TextId;
  readonly askedOn: IsoDate;
  readonly state: 'open' | 'taken' | 'declined' | 'withdrawn';
  readonly answeredOn: IsoDate | null;
  /** Why the secretariat does not put it on. */
  readonly answerText: TextId | null;
  /** The agenda item by which it was taken. */
  readonly itemId: string | null;
  /** How often such an item was lost again, and it stood open anew. */
  readonly reopened: number;
}

const found = ({ meetingRequests }: CaseState, requestId: string): MeetingRequest | undefined =>
  meetingRequests.find(({ id }) => id === requestId);

/** Why a request can be neither answered nor taken back, or nothing. */
export const unlessOpen = (state: CaseState, requestId: string): Refusal | undefined => {
  const request = found(state, requestId);
  if (!request) return refuse('meeting-request.missing');
  return request.state === 'open' ? undefined : refuse('meeting-request.not-open');
};

/** The first that waits for its answer. */
export const likelyRequest = ({ meetingRequests }: CaseState): { readonly requestId: string } | Refusal => {
  const open = meetingRequests.find(({ state }) => state === 'open');
  return open ? { requestId: open.id } : refuse('meeting-request.none-open');
};

/** @throws when it was never made: the log would be broken. */
export function requestOf(state: CaseState, requestId: string): MeetingRequest {
  const request = found(state, requestId);
  if (!request) throw new Error(`meeting request ${requestId} was never made`);
  return request;
}

/** The requests with a change to one of them. @throws when it was never made. */
export function withRequest(
  state: CaseState,
  requestId: string,
  change: Partial<Pick<MeetingRequest, 'state' | 'answeredOn' | 'answerText' | 'itemId' | 'reopened'>>,
): CaseState['meetingRequests'] {
  const request = requestOf(state, requestId);
  return state.meetingRequests.map((one) => (one === request ? { ...one, ...change } : one));
}

/** What stands in a request, in the fields of its answer. */
export const requestNow = (state: CaseState, { requestId }: { readonly requestId: string }): object => ({
  reasonText: found(state, requestId)?.answerText ?? null,
});

/** The secretariat owes an answer: an agenda item, or a reason why not. Silence climbs its ladder to the manager. */
export const requestsOwed = ({ meetingRequests }: CaseState, ctx: Context): readonly Expectation[] =>
  meetingRequests
    .filter(({ state }) => state === 'open')
    .map(({ id, by, reopened }) => ({
      key: `meeting-request/${id}${reopened > 0 ? `/${String(reopened)}` : ''}`,
      kind: 'meeting-request',
      holder: coordinator(ctx),
      blocking: true,
      about: id,
      askedBy: by,
    }));
