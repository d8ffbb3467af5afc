import type { CaseState, Context, Offered, OfferedCommand } from '#libs/domain';
import { areaOwed, caseCommands, offeredBy, supportCaseDefinition } from '#libs/domain';
import type { CaseView, Colleague, LeavingList, Page } from '#libs/views';
import type { DecidedNotice } from '#libs/persistence';
import { historyView, type LoggedEvent, type TellOf } from '../../records/history-view.ts';
import { caseCalls, type PhoneOf } from '../../records/calls-view.ts';
import { noticeViews } from '../../records/notice-view.ts';
import { obligationViews, stallView, upcomingViews } from '../../records/obligation-view.ts';
import { offerOf, type MayGive } from '../../records/offer.ts';
import { partsView } from '../../records/parts-view.ts';
import { holderName, nameOf } from '../../records/people.ts';
import type { TextsRead } from '../../records/texts-read.ts';
import type { Refusals } from '../../problem/refusals.ts';
import type { CaseReading } from './case-reading.ts';
import { peopleView } from './people-view.ts';
import { leavingLists, listsOf } from './leaving-lists.ts';
import { toldRefusal } from './told-refusals.ts';
import { workView } from './work-view.ts';

/** All a case's page is made of; pure, so that it can be tested without a database. */
export interface CaseFacts {
  readonly state: CaseState;
  readonly ctx: Context;
  readonly texts: TextsRead;
  readonly people: readonly Colleague[];
  readonly history: Page<LoggedEvent>;
  readonly notices: Page<DecidedNotice>;
  /** Where each list is read on. */
  readonly older: Readonly<Record<string, { readonly next: string | null } | undefined>>;
  readonly mayGive: MayGive;
  readonly refusals: Refusals;
  /** What this viewer may read, and how much of each event is told. */
  readonly reading: CaseReading;
  readonly tellOf: TellOf;
  readonly phoneOf: PhoneOf;
}

/** ケースの画面: where it stands, who owes what by when, what was done, what happens next by itself, what may be done and why not. */
export function caseView(facts: CaseFacts): CaseView {
  const { state, ctx, texts, people, history, notices, older, mayGive, refusals, reading, phoneOf } = facts;
  const nameHolder = (holder: Parameters<typeof holderName>[0]): string | null =>
    holderName(holder, people, state.personInCharge);
  const isShown = ({
    key,
    holder,
  }: {
    readonly key: string | null;
    readonly holder: { readonly agency: string } | null;
  }): boolean => reading.owes(key ?? '', holder?.agency);
  const stall = supportCaseDefinition.stall(state);
  const persons = peopleView(facts);
  const isPartShown = (family: string, about: string): boolean =>
    family === 'handoff'
      ? reading.work || reading.handoff(about)
      : family === 'meeting-request'
        ? reading.seesRequest(about)
        : family !== 'consent' ||
          persons.some(({ id, masked, consent }) => id === about && !(masked && consent.status === null));
  return {
    id: state.id,
    number: state.caseNumber,
    stage: state.stage,
    passed: reading.work ? state.passed : [],
    round: state.round,
    urgent: state.urgent,
    openedOn: state.openedOn,
    leadAgency: state.leadAgency,
    personInCharge: { ...state.personInCharge, displayName: nameOf(people, state.personInCharge.membershipId) },
    persons,
    ...workView(state, texts, reading),
    ...listsOf(facts),
    older: nextOf(reading.work ? older : {}),
    calls: reading.secretariat ? caseCalls(state, phoneOf) : [],
    obligations: obligationViews(state, ctx, nameHolder).filter(isShown),
    stall: stall && isShown(stall) ? stallView(stall, ctx, nameHolder) : null,
    upcoming: upcomingViews(state).filter(isShown),
    history: historyView(history, facts),
    notices: { items: noticeViews(noticesShown(reading, notices.items)), next: notices.next },
    parts: partsView(state.parts, Object.values(caseCommands), mayGive, isPartShown),
    ...offerOf(offeredTo(reading, state, ctx), mayGive, refusals, (refusal) => toldRefusal(reading, state, refusal)),
  };
}

/** What is done about a consent that was given is offered by the consents that this viewer reads: the offer tells no other. */
const offeredTo = (reading: CaseReading, state: CaseState, ctx: Context): readonly Offered<OfferedCommand>[] => {
  const read = { ...state, persons: state.persons.filter(({ id }) => reading.person(id)) };
  return Object.values(caseCommands).flatMap((one) => offeredBy([one], aboutGiven.has(one.type) ? read : state, ctx));
};
const aboutGiven: ReadonlySet<string> = new Set(['withdraw-consent', 'confirm-consent']);

/**
 * What itself was told; of others, once it takes part, what is not of a part of the case that it may not know of. Word that somebody took a
 * consent back is for whom it was said to, and for who may read of everybody.
 */
export const noticesShown = (reading: CaseReading, notices: readonly DecidedNotice[]): readonly DecidedNotice[] =>
  notices.filter(
    ({ recipientAgency, kind, obligationKind }) =>
      recipientAgency === reading.agency ||
      (reading.work &&
        (kind !== 'sharing-changed' || reading.general) &&
        (reading.onTrack || (kind !== 'candidate-raised' && !ofOthersOnly(obligationKind)))),
  );

/** Word of what is owed on 支援会議での検討, for one agenda item, or about one person's consent. */
const ofOthersOnly = (obligationKind: string | null): boolean =>
  obligationKind !== null && areaOwed(obligationKind).kind !== 'work';

const nextOf = (older: CaseFacts['older']): CaseView['older'] =>
  Object.fromEntries(leavingLists.map((list) => [list, older[list]?.next ?? null])) as Record<
    LeavingList,
    string | null
  >;
