import { agencyOfActor, consentHolds, mayShare, type CasePerson, type CaseState, type Context } from '#libs/domain';
import type { Disclosed } from '#libs/persistence';
import type { CaseReading } from './case-reading.ts';

/**
 * What of a case went to the reader's agency by this reading (R64): of whom it may read, person by person, each on its ground. What the lead
 * agency reads of its own case and the office in its task goes to nobody else; that they read it, the audit says.
 */
export function readingDisclosures(
  state: CaseState,
  ctx: Pick<Context, 'actor' | 'rules' | 'today'>,
  reading: CaseReading,
): readonly Disclosed[] {
  const { actor, rules } = ctx;
  const agency = agencyOfActor(actor);
  if (
    actor.kind !== 'person' ||
    agency === undefined ||
    agency === state.leadAgency ||
    agency === rules.competentSection ||
    agency === rules.coordinatingBody
  )
    return [];
  return state.persons
    .filter(({ id }) => reading.person(id))
    .map((person) => ({
      personId: person.id,
      toAgency: agency,
      toMembership: actor.membershipId,
      what: 'case-texts',
      basis: basisOf(state, person, agency, ctx),
    }));
}

/** Is something said of people in these lists without a text: what came of an agenda item, whose consent was taken back? */
export const tellsOfPeople = ({ placements, withdrawals }: CaseState, reading: CaseReading): boolean =>
  placements.some(({ itemId }) => reading.item(itemId)) || withdrawals.some(({ personId }) => reading.person(personId));

/** Consent where it reaches; else the item of a meeting on which the agency sat with the person; else the つなぎ that asked for help. */
function basisOf(
  state: CaseState,
  person: CasePerson,
  agency: string,
  { rules, today }: Pick<Context, 'rules' | 'today'>,
): string {
  if (consentHolds(person, today) && mayShare(state, person, agency, rules)) return 'consent';
  const seat = state.past.seats[person.id];
  return (
    state.placements.findLast(
      ({ kind, personIds, agencies }) =>
        kind === 'supportMeeting' && personIds.includes(person.id) && agencies.includes(agency),
    )?.legalBasis ?? (seat?.agencies.includes(agency) ? seat.legalBasis : 'handoff')
  );
}
