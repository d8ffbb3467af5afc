import type { IsoDate } from '#libs/calendar';
import type { AgencyCode } from '../rules/municipality-rules.ts';
import type { Context } from './context.ts';
import type { KeptState } from './keeping.ts';
import { askedByNotice, type Notice, type NoticeKind } from './notice.ts';
import type { Expectation, ObligationKind } from './obligation.ts';
import type { RecordEvent } from './record-events.ts';

/** How something was told or heard beside the system. */
export const tellingWays = ['phone', 'paper', 'mail', 'inPerson'] as const;
export type TellingWay = (typeof tellingWays)[number];

/**
 * 電話のお願い: a word that no mail carries, because its recipient is reached by phone or on paper, or because the mail came back. The
 * secretariat says it instead. It stands in the state until that is recorded, or until what it asks for was given.
 */
export interface Call {
  /** The key of the notice that could not be sent. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly agency: AgencyCode;
  readonly to: Notice['recipient']['to'];
  readonly why: 'noMail' | 'undelivered';
  /** What the recipient is asked for. */
  readonly owed: ObligationKind | null;
  readonly invitationId: string | null;
  readonly openedOn: IsoDate;
  /** Before it matters: never after the sitting, nor after the date of what is asked. */
  readonly dueOn: IsoDate;
}

/** What a kind of record knows of a word that nobody is mailed. */
export interface CallRules<S extends KeptState> {
  /** The last day on which the word helps, or nothing. */
  readonly mattersUntil?: (state: S, notice: Notice, ctx: Context) => IsoDate | undefined;
  /** What the record does itself about a word that did not arrive (the reply to an invitation is asked for by phone), or nothing. */
  readonly ownWay?: (state: S, notice: Notice) => boolean;
}

const owedBy = ({ kind, obligationKind }: Notice): ObligationKind | null =>
  (obligationKind as ObligationKind | undefined) ?? askedByNotice[kind] ?? null;

/** Is this recipient reached by mail at all? */
export const isMailed = ({ recipient }: Pick<Notice, 'recipient'>, { rules }: Context): boolean =>
  rules.agencies.some(({ code, channel }) => code === recipient.agency && channel === 'mail');

/** Asking again is said in one call with what was not said yet. */
const again: ReadonlySet<NoticeKind> = new Set(['reminder', 'escalation']);

const isSaidWith = ({ calls }: KeptState, notice: Notice): boolean =>
  again.has(notice.kind) &&
  calls.some(
    ({ agency, to, owed }) =>
      agency === notice.recipient.agency && to === notice.recipient.to && owed === owedBy(notice),
  );

/** The calls that these notices need, each told once. */
export function callsFor<S extends KeptState>(
  state: S,
  notices: readonly Notice[],
  why: Call['why'],
  rules: CallRules<S>,
  ctx: Context,
): readonly RecordEvent[] {
  return notices
    .filter((notice) => !rules.ownWay?.(state, notice) && !isSaidWith(state, notice))
    .filter(({ key }) => !state.calls.some(({ id }) => id === key))
    .map((notice): RecordEvent => ({
      type: 'call-opened',
      v: 1,
      call: {
        id: notice.key,
        kind: notice.kind,
        agency: notice.recipient.agency,
        to: notice.recipient.to,
        why,
        owed: owedBy(notice),
        invitationId: notice.invitationId ?? null,
        openedOn: ctx.today,
        dueOn: dueBefore(state, notice, rules, ctx),
      },
    }));
}

/** As soon as the rule of phone calls wants it, and before it matters. */
function dueBefore<S extends KeptState>(state: S, notice: Notice, rules: CallRules<S>, ctx: Context): IsoDate {
  const soon = ctx.calendar.addOpenDays(ctx.today, ctx.rules.deadlines['phone-message'].openDays);
  const matters = rules.mattersUntil?.(state, notice, ctx) ?? answerDueOn(state, notice);
  if (matters === undefined || matters > soon) return soon;
  return matters < ctx.today ? (again.has(notice.kind) ? soon : ctx.today) : matters;
}

const answerDueOn = ({ obligations }: KeptState, notice: Notice): IsoDate | undefined =>
  Object.values(obligations)
    .filter(({ kind, holder }) => kind === owedBy(notice) && holder.agency === notice.recipient.agency)
    .map(({ dueOn }) => dueOn)
    .toSorted()[0];

/** Calls that need not be made any more: what they ask for is not owed now. */
export const overtakenCalls = (
  { calls }: KeptState,
  expected: readonly Expectation[],
  { today }: Context,
): readonly RecordEvent[] =>
  calls
    .filter(
      ({ owed, agency }) => owed !== null && !expected.some((one) => one.kind === owed && one.holder.agency === agency),
    )
    .map(({ id }) => ({ type: 'call-settled', v: 1, callId: id, on: today, how: null }));

/** Each open call is the secretariat's to make. */
export const callsOwed = ({ calls }: KeptState, { rules }: Context): readonly Expectation[] =>
  calls.map(({ id, dueOn }) => ({
    key: `phone-message/${id}`,
    kind: 'phone-message',
    holder: { agency: rules.coordinatingBody, post: 'coordinator' },
    blocking: true,
    dueOn,
    about: id,
  }));
