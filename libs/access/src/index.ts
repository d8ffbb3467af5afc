export { accessPolicy, decideWithoutRecord, listScopeOf, mayRead } from './access-policy.ts';
export type { AccessPolicy, ListScope, RecordInQuestion } from './access-policy.ts';
export { decide } from './decide.ts';
export { accessCodes } from './question.ts';
export type { AccessCode, AccessDecision, Action, Asker, Basis, CommandType, Question, ReadAction, Relation, Role } from './question.ts';
export { relationsOf } from './relations-of.ts';
export type { AccessRecord, Subject } from './relations-of.ts';
