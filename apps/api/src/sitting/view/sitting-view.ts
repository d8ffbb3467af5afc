import { offeredBy, sittingCommands, sittingDefinition, type Context, type SittingState } from '#libs/domain';
import type { Refusals } from '../../problem/refusals.ts';
import type { Colleague, NoticeView, Page, SittingView } from '#libs/views';
import { sittingCalls, type PhoneOf } from '../../records/calls-view.ts';
import { historyView, type LoggedEvent, type TellOf } from '../../records/history-view.ts';
import { obligationViews, stallView, upcomingViews } from '../../records/obligation-view.ts';
import { offerOf, type MayGive } from '../../records/offer.ts';
import { partsView } from '../../records/parts-view.ts';
import { holderName } from '../../records/people.ts';
import { bodyName } from '../../records/sitting-title.ts';
import type { TextsRead } from '../../records/texts-read.ts';
import { acknowledgementText } from '../acknowledgement-text.ts';
import { itemViews, type ItemPersons } from './item-view.ts';
import type { SittingReading } from './sitting-reading.ts';
import { invitationViews } from './invitation-view.ts';

/** All a sitting's page is made of; pure. */
export interface SittingFacts {
  readonly state: SittingState;
  /** 第n回 as it is now. */
  readonly ordinal: number;
  readonly ctx: Context;
  readonly texts: TextsRead;
  /** Who an item is about, by item id. */
  readonly itemPersons: ItemPersons;
  /** What this viewer may know of, and how much of each event is told (R24). */
  readonly reading: SittingReading;
  readonly tellOf: TellOf;
  readonly people: readonly Colleague[];
  readonly history: Page<LoggedEvent>;
  readonly notices: Page<NoticeView>;
  readonly mayGive: MayGive;
  readonly refusals: Refusals;
  readonly phoneOf: PhoneOf;
}

/** 会議の画面: who answered, what is missing, the 案件, what may be done. */
export function sittingView(facts: SittingFacts): SittingView {
  const { state, ordinal, ctx, texts, people, history, notices, mayGive, refusals, reading } = facts;
  const isShown = ({
    key,
    holder,
  }: {
    readonly key: string | null;
    readonly holder: { readonly agency: string } | null;
  }): boolean => reading.owes(key ?? '', holder?.agency);
  const invitations = state.invitations.filter(({ agency }) => reading.seesInvitation(agency));
  const stall = sittingDefinition.stall(state);

  const nameHolder = (holder: Parameters<typeof holderName>[0]): string | null => holderName(holder, people);
  const { id, body, kind, stage, heldOn, startsAt, endsAt, sequence, replyDueOn, attendance } = state;
  return {
    id,
    body,
    kind,
    ordinal,
    stage,
    heldOn,
    startsAt,
    endsAt,
    sequence,
    replyDueOn,
    attendance: attendance && { ...attendance, present: attendance.present.filter((one) => reading.sawPresent(one)) },
    name: bodyName(ctx.rules, body),
    placeText: texts.of(state.placeText),
    urgentReasonText: texts.of(state.urgentReasonText),
    items: itemViews({ body, items: reading.items }, reading, ctx, texts, facts.itemPersons),
    invitations: invitationViews(invitations, notices.items, texts, reading.oversees ? people : null),
    missing: invitations.filter((one) => one.sent && one.reply === null).map(({ agency }) => agency),
    acknowledged: state.acknowledged
      .filter((agency) => reading.seesInvitation(agency))
      .map((agency) => ({ agency, membershipIds: state.acknowledgedBy?.[agency] ?? null })),
    acknowledgementText: acknowledgementText(kind, attendance?.textVersion),
    calls: reading.oversees ? sittingCalls(state, facts.phoneOf) : [],
    obligations: obligationViews(state, ctx, nameHolder).filter(isShown),
    stall: stall && isShown(stall) ? stallView(stall, ctx, nameHolder) : null,
    upcoming: upcomingViews(state).filter(isShown),
    history: historyView(history, facts),
    notices,
    parts: partsView(state.parts, Object.values(sittingCommands), mayGive),
    ...offerOf(offeredBy(Object.values(sittingCommands), state, ctx), mayGive, refusals),
  };
}
