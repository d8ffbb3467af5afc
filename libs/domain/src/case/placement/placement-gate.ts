import type { IsoDate } from '#libs/calendar';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import { knowsAgency, type AgencyCode, type MeetingKind } from '../../rules/municipality-rules.ts';
import type { CaseState } from '../case-state.ts';
import type { Placement } from '../taking-part.ts';
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
  return firstOf(
    purposeRefusal(state, place),
    consentRefusal(state, place),
    place.agencies.some((agency) => !knowsAgency(ctx.rules, agency)) && refuse('agency.unknown'),
    place.kind === 'planMeeting' && scopeRefusal(state, place, ctx),
  );
}

/** Purpose, stage and persons alone. */
function purposeRefusal(
  state: CaseState,
  { kind, purpose, personIds }: Pick<Place, 'kind' | 'purpose' | 'personIds'>,
): Refusal | undefined {
  const stagesFor = purposesOfKind[kind][purpose];
  return firstOf(
    unlessEnded(state),
    stagesFor === undefined && refuse('item.purpose-unfit', { purpose, kind }),
    Array.isArray(stagesFor) && unlessIn(state, stagesFor, { type: `place-on-sitting:${purpose}` }),
    personIds.length === 0 && refuse('item.no-person'),
    personIds.some((id) => !state.persons.some((person) => person.id === id)) && refuse('person.missing'),
  );
}

/**
 * Why such an item cannot be asked for, or nothing. A consent that is missing for a 重層的支援会議 is the asker's to obtain first; the reason
 * that a 支援会議 needs after a refusal is the manager's (R8), who hears of the wish by the secretariat.
 */
export const requestRefusal = (state: CaseState, place: Omit<Place, 'agencies'>): Refusal | undefined =>
  firstOf(
    purposeRefusal(state, place),
    alreadyPlaced(state, place),
    place.kind === 'planMeeting' && consentRefusal(state, place),
  );

/** Of one kind of meeting and one purpose a case has one open item. */
export const alreadyPlaced = (
  { placements }: CaseState,
  { kind, purpose }: Pick<Place, 'kind' | 'purpose'>,
): Refusal | undefined =>
  placements.some((placed) => placed.result === null && placed.kind === kind && placed.purpose === purpose)
    ? refuse('item.already-placed')
    : undefined;

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
