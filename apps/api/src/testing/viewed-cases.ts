import { accessPolicy, type AccessDecision } from '#libs/access';
import type { Actor, Post } from '#libs/domain';
import type { DecidedNotice } from '#libs/persistence';
import type { CaseView, Colleague, Page } from '#libs/views';
import type { DomainDesk } from '../../../../libs/domain/src/testing/domain-desk.ts';
import { person } from '../../../../libs/domain/src/testing/town-people.ts';
import { CaseReading } from '../case/view/case-reading.ts';
import { caseTelling } from '../case/view/case-telling.ts';
import { caseView } from '../case/view/case-view.ts';
import { leavingLists } from '../case/view/leaving-lists.ts';
import { readableCaseTexts } from '../case/view/readable-texts.ts';
import { Refusals } from '../problem/refusals.ts';
import { historyTextIds, type LoggedEvent } from '../records/history-view.ts';
import { TextsRead } from '../records/texts-read.ts';
import type { Grounds } from './partial-grounds.ts';

/** The record `id` of a desk, as its page is built of it. */
export interface Viewed {
  readonly desk: DomainDesk;
  readonly id: string;
}

/** What is written; no word of it stands anywhere else. */
const contentOf = (textId: string): string => `書かれたこと:${textId}`;
/** The contents of these texts, as they would be read from the database. */
export const contentsOf = (textIds: readonly string[]): ReadonlyMap<string, string> =>
  new Map(textIds.map((textId) => [textId, contentOf(textId)]));
export const isWritten = (leaf: unknown): boolean => typeof leaf === 'string' && leaf.includes(contentOf(''));

const posts: readonly Post[] = ['staff', 'head', 'coordinator', 'manager', 'deputy'];

/** One person for each post in each agency, and those whom the desk names beside them. */
export const colleaguesIn = (desk: DomainDesk): readonly Colleague[] =>
  [
    ...desk.rules.agencies.flatMap(({ code }) => posts.map((post) => person(code, post))),
    ...(desk.context().members ?? []).map(({ membershipId, agency }) => ({ membershipId, agency, posts: [] })),
  ].map(({ membershipId, agency, posts: held }) => ({
    membershipId,
    agency,
    posts: held,
    displayName: `担当 ${membershipId}`,
  }));

/** The log as persistence reads it; its lines were written by people of every agency in turn. */
export function loggedIn(desk: DomainDesk, id: string): readonly LoggedEvent[] {
  const members = desk.rules.agencies.map(({ code }) => person(code, 'staff'));
  return (desk.logs.get(id) ?? []).map(({ type, ...payload }, index) => ({
    seq: index + 1,
    atMs: desk.nowMs,
    type,
    payload: { ...payload },
    actor: members[index % members.length] ?? { kind: 'workflow' },
  }));
}

/** A page that goes on. */
export const firstOf = <T>(items: readonly T[]): Page<T> => ({ items, next: 'more' });

export const noticesIn = (desk: DomainDesk, id: string): readonly DecidedNotice[] =>
  desk.notices
    .filter(({ ref }) => ref.id === id)
    .map(({ on, notice: { key, kind, recipient, invitationId = null, sequence = null, obligationKind = null } }) => ({
      ...{ id: key, key, kind, recipientAgency: recipient.agency, recipientTo: recipient.to, invitationId, sequence },
      ...{ obligationKind, state: 'sent', createdAtMs: Date.parse(on), sentAtMs: Date.parse(on) },
      ...{ attempts: 1, lastResult: null },
    }));

/** The page of a case as a viewer gets it: by the real table of access, or by grounds put in its place. */
export function viewedBy({ desk, id }: Viewed, viewer: Actor, grounds: Partial<Grounds> = {}): CaseView {
  const state = desk.wholeCase({ id });
  const ctx = desk.context(viewer);
  const events = loggedIn(desk, id);
  const reading = new CaseReading(viewer, { state, ...ctx }, grounds.may);
  const tellOf = caseTelling(reading, state);
  const readable = [...readableCaseTexts(reading, state), ...historyTextIds(events, tellOf)];
  return caseView({
    ...{ state, ctx, reading, tellOf, history: firstOf(events) },
    older: Object.fromEntries(leavingLists.map((list) => [list, { next: 'more' }])),
    texts: new TextsRead(contentsOf(readable)),
    people: colleaguesIn(desk),
    notices: firstOf(noticesIn(desk, id)),
    mayGive:
      grounds.mayGive ??
      ((type): AccessDecision =>
        accessPolicy.allows(
          viewer,
          { type },
          { ref: { kind: 'support-case' }, state, rules: ctx.rules, today: ctx.today },
        )),
    phoneOf: () => '000-0000-0000',
    refusals: new Refusals(ctx.rules),
  });
}
