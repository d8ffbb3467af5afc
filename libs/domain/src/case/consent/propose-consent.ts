import { type Fact, quiet } from '../../command/event.ts';
import type { Consent } from '../case-state.ts';
import { event } from '../case-units.ts';
import { withPerson } from './person-of.ts';

interface ConsentProposed extends Fact<'consent-proposed', 1> {
  readonly personId: string;
  readonly consent: Consent;
}

/** Another than the 主担当機関 and the office wrote it down: what stands holds until one of them has confirmed it (R2). */
export const consentProposed = event<ConsentProposed>('consent-proposed', 1, {
  fold: (state, { personId, consent }) => ({
    ...state,
    persons: withPerson(state, personId, (person) => ({ ...person, proposedConsent: consent })),
  }),
  raises: ({ personId }) => [`consent/${personId}`],
  area: ({ personId }) => ({ kind: 'person', personId }),
  tells: null,
  ...quiet,
});
