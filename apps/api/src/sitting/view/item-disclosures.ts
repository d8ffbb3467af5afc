import type { Actor, AgendaItem, CaseState, Context, MunicipalityRules } from '#libs/domain';
import type { Disclosed } from '#libs/persistence';
import { nameDisclosures } from '../../case/view/reading-disclosures.ts';
import type { ItemPersons } from './item-view.ts';
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

interface ShownOfItems {
  /** The items whose content was shown. */
  readonly read: readonly AgendaItem[];
  /** Whom the page named, item by item. */
  readonly named: ItemPersons;
  readonly cases: ReadonlyMap<string, CaseState>;
  readonly reading: Pick<SittingReading, 'groundOf'>;
}

/**
 * What the page of a sitting showed of each case on it, names of its household included: where no row of the item says that somebody was
 * named, one of the name does, with the ground that opened it in the case. A case of which nothing went to anybody is there all the same: that
 * it was read, the audit says.
 */
export function sittingDisclosures(
  ctx: Pick<Context, 'actor' | 'rules' | 'today'>,
  { read, named, cases, reading }: ShownOfItems,
): readonly CaseDisclosures[] {
  const ofItems = itemDisclosures(ctx.actor, ctx.rules, read, reading);
  return [...new Set(read.map(({ caseId }) => caseId))].map((recordId) => {
    const rows = ofItems.filter((one) => one.recordId === recordId).flatMap(({ disclosures }) => disclosures);
    const told = new Set(rows.map(({ personId }) => personId));
    const shown = read
      .filter(({ caseId }) => caseId === recordId)
      .flatMap(({ id }) => [...(named.get(id)?.persons ?? []), ...(named.get(id)?.household ?? [])])
      .map(({ id }) => id)
      .filter((personId) => !told.has(personId));
    const state = cases.get(recordId);
    return { recordId, disclosures: [...rows, ...(state ? nameDisclosures(state, ctx, shown) : [])] };
  });
}
