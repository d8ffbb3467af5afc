import { caseTable } from './case-table.ts';
import type { Grant } from './grants.ts';
import {
  accessCodes,
  type AccessCode,
  type AccessDecision,
  type Action,
  type Asker,
  type Question,
  type Role,
} from './question.ts';
import { readingTable } from './reading-table.ts';
import { sittingTable } from './sitting-table.ts';

/** The one decision table: role × relation × basis × action. An action without a row does not compile. */
export const decisionTable: Readonly<Record<Action, readonly Grant[]>> = {
  ...caseTable,
  ...sittingTable,
  ...readingTable,
} satisfies Record<Action, readonly Grant[]>;

export const isAction = (name: string): name is Action => Object.hasOwn(decisionTable, name);

/** The roles an asker has at once: whoever holds several posts may do what any of them may (R85). */
const rolesOf = (asker: Asker): readonly Role[] => (asker.kind === 'person' ? asker.posts : [asker.kind]);

/** May this asker do this, being this to the record, on this ground? Pure; one cell of the table, for each of the asker's roles. */
export function decide({ actor, action, relation, basis }: Question): AccessDecision {
  const row = decisionTable[action];
  const held = rolesOf(actor);
  const forRole = row.filter((one) => one.roles.some((role) => held.includes(role)));
  const forRelation = forRole.filter((one) => one.relations.includes(relation));
  if (forRelation.some((one) => one.bases.includes(basis))) return { allowed: true, basis };
  if (actor.kind === 'anonymous') return refused('access.sign-in');
  if (row.length === 0) return refused('access.linked-only');
  if (row.every((one) => one.roles.every((role) => role === 'workflow' || role === 'clock')))
    return refused('access.system-only');
  if (forRole.length === 0) return refused('access.role');
  return refused(forRelation.length === 0 ? 'access.relation' : 'access.basis');
}

const refused = (code: AccessCode): AccessDecision => ({ allowed: false, code });

/** An agency can be several things to one record: one allowing answer is enough, otherwise the reason that was nearest to it. */
export function best(decisions: readonly AccessDecision[]): AccessDecision {
  let nearest: AccessDecision = refused(accessCodes[0]);
  for (const decision of decisions) {
    if (decision.allowed) return decision;
    if (nearest.allowed || accessCodes.indexOf(decision.code) > accessCodes.indexOf(nearest.code)) nearest = decision;
  }
  return nearest;
}
