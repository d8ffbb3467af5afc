export * from './record-ids.ts';
export type * from './standing.ts';
export type * from './system-commands.ts';
export * from './record-activities.ts';
export * as caseConditions from './case-conditions.ts';
export * as sittingConditions from './sitting-conditions.ts';
export { differInCondition, holding, type Condition } from './conditions.ts';
export * from './search-attributes.ts';
