import type { Actor, AgendaItem, MunicipalityRules } from '#libs/domain';
import type { Disclosed } from '#libs/persistence';

interface CaseDisclosures {
  /** The case of the item. */
  readonly recordId: string;
  readonly disclosures: readonly Disclosed[];
}

/**
 * What of the items went to the reader's agency by reading them (R64): under the case of each, one row for each person named on it. The
 * office's own reading is its task.
 */
export function itemDisclosures(
  reader: Actor,
  rules: MunicipalityRules,
  read: readonly AgendaItem[],
): readonly CaseDisclosures[] {
  if (reader.kind !== 'person' || reader.agency === rules.competentSection || reader.agency === rules.coordinatingBody)
    return [];
  return read.map(({ caseId, personIds, legalBasis }) => ({
    recordId: caseId,
    disclosures: personIds.map((personId) => ({
      personId,
      toAgency: reader.agency,
      toMembership: reader.membershipId,
      what: 'item-texts',
      basis: legalBasis,
    })),
  }));
}
