import { agency, code, line, orNull, ref } from '../command/fields.ts';
import { isMailed, tellingWays, type Call, type TellingWay } from './call.ts';
import { refuse, type Context, type Refusal } from './context.ts';
import type { KeptState } from './keeping.ts';
import { noticeKinds, recipientPosts, type Notice } from './notice.ts';
import { obligationKinds } from './obligation.ts';
import type { RecordEvent } from './record-events.ts';

/** Longer than any key of a notice. */
const keyLength = 120;

/** The secretariat has said what no mail could say, in every kind of record. Who it was stands in the log. */
export const finishingFields = { callId: line(keyLength), how: code(tellingWays) };

export const firstCall = ({ calls: [first] }: KeptState): { readonly callId: string } | Refusal =>
  first ? { callId: first.id } : refuse('call.none-open');

export const unlessCalled = ({ calls }: KeptState, { callId }: { readonly callId: string }): Refusal | undefined =>
  calls.some(({ id }) => id === callId) ? undefined : refuse('call.missing');

export const callMade = (
  _state: KeptState,
  { callId, how }: { readonly callId: string; readonly how: TellingWay },
  { today }: Context,
): readonly RecordEvent[] => [{ type: 'call-settled', v: 1, callId, on: today, how }];

/** What the notifier says of a word that did not arrive, field by field as the notice is stored. */
export const undeliveredFields = {
  noticeKey: line(keyLength),
  kind: code(noticeKinds),
  agency: agency(),
  to: code(recipientPosts),
  invitationId: orNull(ref()),
  owed: orNull(code(obligationKinds)),
};

type Undelivered = Pick<Call, 'kind' | 'agency' | 'to' | 'invitationId' | 'owed'> & { readonly noticeKey: string };

/** The notice that did not arrive. */
export const undeliveredNotice = ({ noticeKey, kind, agency: told, to, invitationId, owed }: Undelivered): Notice => ({
  key: noticeKey,
  kind,
  recipient: { agency: told, to },
  ...(invitationId === null ? {} : { invitationId }),
  ...(owed === null ? {} : { obligationKind: owed }),
});

/** A word to somebody whom no mail reaches was told to the secretariat when it was decided. */
export const wasToldAtOnce = (notice: Notice, ctx: Context): boolean => !isMailed(notice, ctx);
