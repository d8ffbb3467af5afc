import { agencyOfActor, consentHolds, mayShare, type CasePerson, type CaseState, type Context } from '#libs/domain';
import type { Disclosed } from '#libs/persistence';

/**
 * What of a case went to the reader's agency by this reading (R64): person by person, each on its ground. What the lead agency reads of its
 * own case and the office in its task goes to nobody else; that they read it, the audit says.
 */
export function readingDisclosures(
  state: CaseState,
  ctx: Pick<Context, 'actor' | 'rules' | 'today'>,
  readable: ReadonlySet<string>,
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
    .filter(({ nameText }) => readable.has(nameText))
    .map((person) => ({
      personId: person.id,
      toAgency: agency,
      toMembership: actor.membershipId,
      what: 'case-texts',
      basis: basisOf(state, person, agency, ctx),
    }));
}

/** Consent where it reaches; else the newest item of a 支援会議 on which the person stood, also one that has left the state; else the つなぎ that asked for help. */
function basisOf(
  state: CaseState,
  person: CasePerson,
  agency: string,
  { rules, today }: Pick<Context, 'rules' | 'today'>,
): string {
  if (consentHolds(person, today) && mayShare(state, person, agency, rules)) return 'consent';
  const item =
    state.placements.findLast(({ kind, personIds }) => kind === 'supportMeeting' && personIds.includes(person.id)) ??
    state.past.seats[person.id];
  return item?.legalBasis ?? 'handoff';
}
