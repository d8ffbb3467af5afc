import type { IsoDate } from '#libs/calendar';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import { knowsAgency, type AgencyCode, type MeetingKind } from '../../rules/municipality-rules.ts';
import type { CaseState, Placement } from '../case-state.ts';
import type { DispositionResult, ItemPurpose } from '../codes.ts';
import { purposeOfItem } from '../consent/item-classes.ts';
import { consentHolds, outsideScope } from '../consent-scope.ts';
import { firstOf, unlessEnded, unlessIn } from '../refusals.ts';
import type { Stage } from '../stage.ts';

/** Which results fit a purpose on which kind of meeting. */
export const resultsOf = (placement: Pick<Placement, 'kind' | 'purpose'>): readonly DispositionResult[] => {
  if (placement.kind === 'supportMeeting')
    return ['shared', 'outreach', 'otherLaw', 'seekConsent', 'continued', 'trackEnded', 'adjourned'];
  if (placement.purpose === 'adequacyReview') return ['adequate', 'conditional', 'redo', 'adjourned'];
  if (placement.purpose === 'informationSharing') return ['shared', 'continued', 'adjourned'];
  return ['ended', 'replan', 'interrupted', 'continued', 'adjourned'];
};

/** Purposes of each kind of meeting and the stages a case must be in for them. */
const purposesOfKind: Readonly<Record<Placement['kind'], Partial<Record<ItemPurpose, readonly Stage[] | 'any'>>>> = {
  supportMeeting: { informationSharing: 'any', judgement: 'any', direction: 'any' },
  planMeeting: {
    informationSharing: 'any',
    adequacyReview: ['adequacyReview'],
    evaluation: ['evaluation'],
    closureDecision: ['evaluation', 'interrupted'],
    interruption: ['evaluation'],
  },
};

/** What is asked when persons of a case are put on an agenda. */
export interface Place {
  readonly kind: MeetingKind;
  readonly purpose: ItemPurpose;
  readonly personIds: readonly string[];
  readonly agencies: readonly AgencyCode[];
  readonly heldOn: IsoDate;
}

/**
 * Why persons of this case may not be put on such an item, or nothing. The consent gate: a 重層的支援会議 takes only those whose
 * consent holds on the day of the sitting and for its purpose (R2, R3); a 支援会議 takes them without (R4), after a refusal only with a manager's reason (R8).
 */
export function placementRefusal(state: CaseState, place: Place, ctx: Context): Refusal | undefined {
  const stagesFor = purposesOfKind[place.kind][place.purpose];
  return firstOf(
    unlessEnded(state),
    stagesFor === undefined && refuse('item.purpose-unfit', { purpose: place.purpose, kind: place.kind }),
    Array.isArray(stagesFor) && unlessIn(state, stagesFor, { type: `place-on-sitting:${place.purpose}` }),
    place.personIds.length === 0 && refuse('item.no-person'),
    place.personIds.some((id) => !state.persons.some((person) => person.id === id)) && refuse('person.missing'),
    consentRefusal(state, place),
    place.agencies.some((agency) => !knowsAgency(ctx.rules, agency)) && refuse('agency.unknown'),
    place.kind === 'planMeeting' && scopeRefusal(state, place, ctx),
  );
}

/** The consent gate alone: also asked again when a sitting moves. */
export function consentRefusal(
  state: CaseState,
  place: Pick<Place, 'kind' | 'personIds' | 'heldOn' | 'purpose'>,
): Refusal | undefined {
  const named = state.persons.filter(({ id }) => place.personIds.includes(id));
  if (place.kind === 'planMeeting') {
    const without = named.find((person) => !consentHolds(person, place.heldOn));
    const purpose = purposeOfItem[place.purpose];
    const otherwise = named.find(({ consent }) => !consent.purposes.includes(purpose));
    return firstOf(
      without &&
        refuse('consent.required', { personId: without.id, status: without.consent.status, heldOn: place.heldOn }),
      otherwise && refuse('consent.purpose-missing', { personId: otherwise.id, purpose }),
    );
  }
  const refused = named.find(
    ({ consent, supportTrackReasonText }) =>
      (consent.status === 'refused' || consent.status === 'withdrawn') && supportTrackReasonText === null,
  );
  return refused && refuse('support-meeting.reason-required', { personId: refused.id });
}

function scopeRefusal(state: CaseState, place: Place, ctx: Context): Refusal | undefined {
  const outside = outsideScope(state, place.personIds, place.agencies, ctx.rules);
  return outside === undefined ? undefined : refuse('consent.out-of-scope', { agency: outside });
}

/** Why an item can take no disposition, or nothing. */
export const openPlacement = (state: CaseState, itemId: string): Refusal | undefined => {
  const placement = placementOf(state, itemId);
  if (!placement) return refuse('item.missing');
  return placement.result === null ? undefined : refuse('item.already-disposed');
};

/** The case's place on an agenda item. */
export const placementOf = (state: CaseState, itemId: string): Placement | undefined =>
  state.placements.find((one) => one.itemId === itemId);
