import type { CaseState, Context } from '#libs/domain';
import { availableCaseCommands, supportCaseDefinition } from '#libs/domain';
import { historyView, type HistoryEntry, type LoggedEvent } from '../../records/history-view.ts';
import type { NoticeView } from '../../records/notice-view.ts';
import {
  obligationViews,
  stallView,
  upcomingViews,
  type ObligationView,
  type StallView,
  type UpcomingView,
} from '../../records/obligation-view.ts';
import { offerOf, type MayGive, type Offer } from '../../records/offer.ts';
import { holderName, nameOf, type Colleague } from '../../records/people.ts';
import type { TextsRead } from '../../records/texts-read.ts';
import type { Refusals } from '../../problem/refusals.ts';
import { peopleView, type PersonView } from './people-view.ts';
import { planViews, type PlanView } from './plan-view.ts';
import { workView, type WorkView } from './work-view.ts';

/** All a case's page is made of; pure, so that it can be tested without a database. */
export interface CaseFacts {
  readonly state: CaseState;
  readonly ctx: Context;
  readonly texts: TextsRead;
  readonly people: readonly Colleague[];
  readonly events: readonly LoggedEvent[];
  readonly notices: readonly NoticeView[];
  readonly mayGive: MayGive;
  readonly refusals: Refusals;
}

export interface CaseView extends Offer, WorkView {
  readonly id: string;
  readonly number: string;
  readonly stage: CaseState['stage'];
  readonly round: number;
  readonly urgent: boolean;
  readonly openedOn: string;
  readonly leadAgency: string;
  readonly personInCharge: CaseState['personInCharge'] & { readonly displayName: string | null };
  readonly participants: CaseState['participants'];
  readonly persons: readonly PersonView[];
  readonly plans: readonly PlanView[];
  readonly obligations: readonly ObligationView[];
  readonly stall: StallView | null;
  readonly upcoming: readonly UpcomingView[];
  readonly history: readonly HistoryEntry[];
  readonly notices: readonly NoticeView[];
  readonly parts: Readonly<Record<string, number>>;
}

/** ケースの画面: where it stands, who owes what by when, what was done, what happens next by itself, what may be done and why not. */
export function caseView(facts: CaseFacts): CaseView {
  const { state, ctx, texts, people, events, notices, mayGive, refusals } = facts;
  const nameHolder = (holder: Parameters<typeof holderName>[0]): string | null =>
    holderName(holder, people, state.personInCharge);
  return {
    id: state.id,
    number: state.caseNumber,
    stage: state.stage,
    round: state.round,
    urgent: state.urgent,
    openedOn: state.openedOn,
    leadAgency: state.leadAgency,
    personInCharge: { ...state.personInCharge, displayName: nameOf(people, state.personInCharge.membershipId) },
    participants: state.participants,
    persons: peopleView(facts),
    plans: planViews(state, texts, people),
    ...workView(state, texts, events),
    obligations: obligationViews(state, ctx, nameHolder),
    stall: stallView(supportCaseDefinition.stall(state), ctx, nameHolder),
    upcoming: upcomingViews(state),
    history: historyView(events, people),
    notices,
    parts: state.parts,
    ...offerOf(availableCaseCommands(state, ctx), mayGive, refusals),
  };
}
