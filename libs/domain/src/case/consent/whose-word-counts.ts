import { agencyOfActor } from '../../record/actor.ts';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CasePerson, CaseState, Consent } from '../case-state.ts';
import { consentOpens } from '../consent-scope.ts';

/** The 主担当機関 and the office that runs the programme: what they write down of a consent counts at once, and they confirm what others do. */
export function isJudge({ leadAgency }: CaseState, agency: AgencyCode | undefined, { rules }: Context): boolean {
  return (
    agency === undefined ||
    agency === leadAgency ||
    agency === rules.coordinatingBody ||
    agency === rules.competentSection
  );
}

/**
 * Does what the actor says of this person's consent wait until the 主担当機関 or the office has confirmed it (R2)? Whoever is neither writes
 * over nothing that stands; nor does a first no count that an agency took which only a つなぎ brought.
 */
export function waitsForConfirmation(
  state: CaseState,
  person: CasePerson,
  { status }: Pick<Consent, 'status'>,
  ctx: Context,
): boolean {
  const recorder = agencyOfActor(ctx.actor);
  if (recorder === undefined || isJudge(state, recorder, ctx)) return false;
  return person.consent.status !== 'unconfirmed' || (status === 'refused' && cameByHandoff(state, person, recorder));
}

/** A つなぎ brought the agency, and no item on which it sits with the person. */
function cameByHandoff(state: CaseState, { id }: CasePerson, agency: AgencyCode): boolean {
  const isSeated =
    state.placements.some(({ personIds, agencies }) => personIds.includes(id) && agencies.includes(agency)) ||
    state.past.seats[id]?.agencies.includes(agency) === true;
  return !isSeated && takesPartAs(state, agency, 'handoff') && !takesPartAs(state, agency, 'recorder');
}

const takesPartAs = (
  { participants }: CaseState,
  agency: AgencyCode,
  as: CaseState['participants'][number]['basis'],
): boolean => participants.some((one) => one.agency === agency && one.basis === as && one.releasedOn === null);

/**
 * Why this cannot take the place of what stands: a no after a yes is a withdrawal, and so is a yes by which an agency would learn no more;
 * it freezes items, lists whom to tell, and is told (R7).
 */
export function unlessWithdrawal(
  { consent, ...person }: CasePerson,
  { status, agencies }: Pick<Consent, 'status' | 'agencies'>,
  { today }: Context,
): Refusal | undefined {
  const takesBack =
    status === 'refused'
      ? consent.status === 'given'
      : consent.agencies.some((one) => !agencies.includes(one) && consentOpens({ ...person, consent }, one, today));
  return takesBack ? refuse('consent.withdraw-first') : undefined;
}

/** Does the actor know what stands? To nobody else is told by a refusal what it is. */
export function knowsConsent(state: CaseState, person: CasePerson, ctx: Context): boolean {
  const agency = agencyOfActor(ctx.actor);
  return (
    agency === undefined ||
    isJudge(state, agency, ctx) ||
    takesPartAs(state, agency, 'recorder') ||
    consentOpens(person, agency, ctx.today)
  );
}
