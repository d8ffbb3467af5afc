import type { RecordRef } from '#libs/contracts';
import type { LinkedCommand } from '../../record/definition.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState, Consent } from '../case-state.ts';
import type { Placement } from '../taking-part.ts';
import { consentHoldsFor } from '../consent-scope.ts';
import { inCharge } from '../expectation-parts.ts';
import { purposeOfItem } from './item-classes.ts';
import { personOf } from './person-of.ts';

/** A withdrawal freezes the person's items on their 重層的支援会議, a new consent frees them, in the same transaction (R7). */
export const itemsToFreeze = (
  state: CaseState,
  { personId, agencies: withdrawn }: { readonly personId: string; readonly agencies: readonly AgencyCode[] | 'all' },
): readonly Placement[] =>
  state.placements.filter(
    ({ kind, result, personIds, agencies }) =>
      kind === 'planMeeting' &&
      result === null &&
      personIds.includes(personId) &&
      // Taken back for some agencies only, it holds on where none of them sits.
      (withdrawn === 'all' || agencies.some((agency) => withdrawn.includes(agency))),
  );

/** The frozen items a consent frees again, for the same agencies: those for whose day everybody named on them consents now. */
export const itemsThawedBy = (
  state: CaseState,
  personId: string,
  consent: Pick<Consent, 'status' | 'on' | 'reviewOn' | 'agencies' | 'purposes'>,
): readonly Placement[] =>
  state.placements.filter(
    ({ frozen, result, personIds, heldOn, purpose, withdrawn }) =>
      frozen &&
      result === null &&
      personIds.includes(personId) &&
      state.persons.every(
        (person) =>
          !personIds.includes(person.id) ||
          consentHoldsFor(person.id === personId ? { consent } : person, heldOn, purposeOfItem[purpose]),
      ) &&
      withdrawn.every((one) =>
        (one.personId === personId ? consent : personOf(state, one.personId)?.consent)?.agencies.includes(one.agency),
      ),
  );

/** Tells the sittings which of their items a consent frees again. */
export const thawing = (
  state: CaseState,
  personId: string,
  consent: Parameters<typeof itemsThawedBy>[2],
  record: RecordRef,
): readonly LinkedCommand[] =>
  itemsThawedBy(state, personId, consent).map((placement) => toSitting(placement, false, record));

/** Tells the sitting that an item of this case is frozen or free again. */
export const toSitting = (
  { sittingId, itemId }: Placement,
  frozen: boolean,
  { municipality }: RecordRef,
): LinkedCommand => ({
  ref: { municipality, kind: 'sitting', id: sittingId },
  command: { type: 'freeze-item', itemId, frozen },
});

export const frozenItemsOwed = (state: CaseState): readonly Expectation[] =>
  state.placements
    .filter(({ frozen, result }) => frozen && result === null)
    .map(({ itemId, sittingId }) => ({
      key: `frozen-item/${itemId}`,
      kind: 'frozen-item',
      holder: inCharge(state),
      blocking: true,
      about: sittingId,
    }));
