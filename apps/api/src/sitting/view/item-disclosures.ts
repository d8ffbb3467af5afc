import type { Actor, AgendaItem, MunicipalityRules } from '#libs/domain';
import type { Disclosed } from '#libs/persistence';
import type { SittingReading } from './sitting-reading.ts';

interface CaseDisclosures {
  /** The case of the item. */
  readonly recordId: string;
  readonly disclosures: readonly Disclosed[];
}

/**
 * What of the items went to the reader's agency by reading them (R64): under the case of each, one row for each person named on it, with the
 * ground that opened it. The secretariat's own reading is its task; a manager's that it presided, or its recorded reason.
 */
export function itemDisclosures(
  reader: Actor,
  rules: MunicipalityRules,
  read: readonly AgendaItem[],
  reading: Pick<SittingReading, 'groundOf'>,
): readonly CaseDisclosures[] {
  if (reader.kind !== 'person') return [];
  const isOffice = reader.agency === rules.competentSection || reader.agency === rules.coordinatingBody;
  if (isOffice && reader.posts.includes('coordinator')) return [];
  return read.map(({ id, caseId, personIds, legalBasis }) => {
    const ground = reading.groundOf(id);
    return {
      recordId: caseId,
      disclosures: personIds.map((personId) => ({
        personId,
        toAgency: reader.agency,
        toMembership: reader.membershipId,
        what: 'item-texts',
        basis: ground === 'presiding' || ground === 'reason' ? ground : legalBasis,
      })),
    };
  });
}
