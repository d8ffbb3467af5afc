import { mayRead, type Asker } from '#libs/access';
import type { CaseState, MunicipalityRules } from '#libs/domain';
import { textIdsIn } from '#libs/persistence';

/**
 * Which texts of a case this asker may read, asked of libs/access area by area: the letters of each つなぎ, each person's name, the plans, and
 * everything else on the ground on which the agency takes part (R65).
 */
export function readableCaseTexts(asker: Asker, state: CaseState, rules: MunicipalityRules): ReadonlySet<string> {
  const record = { ref: { kind: 'support-case' as const }, state, rules };
  const { handoffs, plans, persons, ...rest } = state;
  const readable = [
    ...handoffs.filter(({ id }) => mayRead(asker, 'handoff.read-texts', record, { handoffId: id })),
    ...(mayRead(asker, 'plan.read-texts', record) ? plans : []),
    ...persons.filter(({ id }) => mayRead(asker, 'case.read-texts', record, { personId: id })),
    ...(mayRead(asker, 'case.read-texts', record) ? [rest] : []),
  ];
  return new Set(readable.flatMap((part) => [...textIdsIn(part)]));
}
