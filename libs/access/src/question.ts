import type { Actor, CommandType } from '#libs/domain';

/** What is read, and what concerns the session; every endpoint that gives no command names one of these. */
export type ReadAction =
  | 'case.read'
  | 'case.read-work'
  | 'case.read-texts'
  | 'person.read'
  | 'intake.read-reporter'
  | 'track.read'
  | 'track.read-texts'
  | 'meeting-request.read-texts'
  | 'case-item.read-texts'
  | 'sheet.read-texts'
  | 'support.read-texts'
  | 'handoff.read-texts'
  | 'plan.read-texts'
  | 'case.list'
  | 'board.read'
  | 'my-work.read'
  | 'sitting.read'
  | 'sitting.oversee'
  | 'sitting.read-texts'
  | 'item.read-texts'
  | 'sitting.list'
  | 'profile.read'
  | 'session.begin'
  | 'session.read'
  | 'session.end'
  | 'demo-people.list'
  | 'draft.keep'
  | 'reply.read'
  | 'pages.read'
  | 'health.read'
  | 'openapi.read';

export type Action = CommandType | ReadAction;

/** Who asks: an actor of the domain, or somebody who has not signed in. */
export type Asker = Actor | { readonly kind: 'anonymous' };

/** A post held in an agency, or what asks without being a person of one. */
export const roles = [
  'staff',
  'head',
  'coordinator',
  'manager',
  'deputy',
  'invitee',
  'workflow',
  'clock',
  'anonymous',
] as const;
export type Role = (typeof roles)[number];

/** What the asker's agency is to the record. `competentSection` is 担当課, `coordinatingBody` 多機関協働事業者; in a small town one agency is both. */
export const relations = [
  'lead',
  'handoffReceiver',
  'participant',
  'itemMember',
  'competentSection',
  'coordinatingBody',
  'none',
] as const;
export type Relation = (typeof relations)[number];

/**
 * On which ground the agency learns of it: the persons' consent, the item of a 支援会議 (社会福祉法106条の6),
 * its own record, a つなぎ that named somebody on a 根拠規定, that the asker presided or wrote down today why it is read, or the office's task
 * of running the programme.
 */
export const bases = [
  'consent',
  'supportMeeting106_6',
  'ownRecord',
  'handoff',
  'presiding',
  'reason',
  'office',
  'none',
] as const;
export type Basis = (typeof bases)[number];

/** One cell of the decision table. */
export interface Question {
  readonly actor: Asker;
  readonly action: Action;
  readonly relation: Relation;
  readonly basis: Basis;
}

/** Why not, from the least to the most that was right. The Japanese sentence is chosen from the code by the API. */
export const accessCodes = [
  'access.sign-in',
  'access.linked-only',
  'access.system-only',
  'access.role',
  'access.relation',
  'access.basis',
  'access.person',
] as const;
export type AccessCode = (typeof accessCodes)[number];

/** Yes, and on which ground; or no, and why not. */
export type AccessDecision =
  { readonly allowed: true; readonly basis: Basis } | { readonly allowed: false; readonly code: AccessCode };
