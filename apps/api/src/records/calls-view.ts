import { isIsoDate } from '#libs/calendar';
import type { Call, KeptState, NoticeKind, ObligationKind, RecipientPost, SittingState } from '#libs/domain';
import type { CallView } from '#libs/views';

/** Number of an agency, or nothing when nobody has entered it. */
export type PhoneOf = (agency: string) => string | undefined;

/** When the sitting is that has to be told. */
type When = CallView['sitting'];

const callView = ({ id, kind, agency, to, owed }: Call, phoneOf: PhoneOf, sitting: When): CallView => ({
  id,
  noticeKind: kind,
  agency,
  to,
  owed,
  phone: phoneOf(agency) ?? null,
  sitting,
});

/** What has to be said by phone about a case. */
export const caseCalls = ({ calls }: Pick<KeptState, 'calls'>, phoneOf: PhoneOf): readonly CallView[] =>
  calls.map((call) => callView(call, phoneOf, null));

/** … and about a sitting: also whom to ask whether they come. */
export function sittingCalls(state: SittingState, phoneOf: PhoneOf): readonly CallView[] {
  const { calls, invitations, obligations, heldOn, startsAt, endsAt, sequence } = state;
  const when = { heldOn, startsAt, endsAt };
  const asked = new Set(
    Object.values(obligations).flatMap(({ kind, about }) => (kind === 'phone-task' ? [about] : [])),
  );
  return [
    ...calls.map((call) => callView(call, phoneOf, when)),
    ...invitations
      .filter(({ id }) => asked.has(id))
      .map(({ id, agency }): CallView => ({
        id,
        noticeKind: askingKind(sequence),
        agency,
        to: 'head',
        owed: 'reply',
        phone: phoneOf(agency) ?? null,
        sitting: when,
      })),
  ];
}

const askingKind = (sequence: number): NoticeKind => (sequence > 0 ? 'invitation-moved' : 'invitation');

/** What a row of the work list tells of a call. */
export interface CallFacts {
  readonly id: string;
  readonly agency: string;
  readonly kind: string;
  readonly to: string;
  readonly owed: string | null;
}

/** A call in the work list, which reads it out of the record. */
export const listedCall = (
  { id, agency, kind, to, owed }: CallFacts,
  { heldOn, startsAt, endsAt }: { readonly [when in keyof NonNullable<When>]: string | null },
  phoneOf: PhoneOf,
): CallView => ({
  id,
  // Written by the domain alone.
  noticeKind: kind as NoticeKind,
  agency,
  to: to as RecipientPost,
  owed: owed as ObligationKind | null,
  phone: phoneOf(agency) ?? null,
  sitting:
    heldOn !== null && startsAt !== null && endsAt !== null && isIsoDate(heldOn) ? { heldOn, startsAt, endsAt } : null,
});
