import * as caseConditions from './case-conditions.ts';
import type { RecordKind } from './record-ids.ts';
import * as sittingConditions from './sitting-conditions.ts';
import type { CaseStanding, SittingStanding, Standing } from './standing.ts';

/** Something that holds of a record or does not, and that a procedure waits for. */
export type Condition<S extends Standing> = (standing: S) => boolean;

interface StandingOf {
  readonly 'support-case': CaseStanding;
  readonly sitting: SittingStanding;
}

const conditionsOf: { readonly [K in RecordKind]: Readonly<Record<string, Condition<StandingOf[K]>>> } = {
  'support-case': caseConditions,
  sitting: sittingConditions,
};

/** The names of the conditions that hold of a record: what its procedures see of it. */
export function holding(kind: RecordKind, standing: Standing): readonly string[] {
  // a record's standing is of its own kind
  const conditions = Object.entries(conditionsOf[kind] as Readonly<Record<string, Condition<Standing>>>);
  return conditions.filter(([, holds]) => holds(standing)).map(([name]) => name);
}

/** Does a condition that a procedure of this kind waits for hold of one standing and not of the other? Then there may be something to do. */
export const differInCondition = (kind: RecordKind, one: Standing, other: Standing): boolean =>
  holding(kind, one).join() !== holding(kind, other).join();
