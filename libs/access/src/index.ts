export { accessPolicy, decideWithoutRecord, listScopeOf, mayRead, maySee, readingGround } from './access-policy.ts';
export type { AccessPolicy } from './access-policy.ts';
export type { AccessCode, AccessDecision, Action, Asker, Basis, ReadAction } from './question.ts';
export { groundsOfPerson } from './person-grounds.ts';
export { readerOf } from './reader.ts';
