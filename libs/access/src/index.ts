export { accessPolicy, decideWithoutRecord, listScopeOf, mayRead, maySee } from './access-policy.ts';
export type { AccessPolicy } from './access-policy.ts';
export type { AccessCode, AccessDecision, Action, Asker, ReadAction } from './question.ts';
