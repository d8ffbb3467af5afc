import { agencyOptions } from '../../components/form/agency-options.ts';
import { t } from '../../messages/translate.ts';
import { involvedIn, type CaseAskings } from '../case-asking.ts';

/** Who is responsible, and how urgent it is. */
export const courseForms = {
  'mark-urgent': ({ view }) => ({ start: { urgent: !view.urgent } }),
  'set-person-in-charge': ({ view, profile }) => ({
    ask: {
      membershipId: {
        as: 'select',
        options: profile.people
          .filter(({ agency }) => agency === view.leadAgency)
          .map(({ membershipId, displayName }) => ({ value: membershipId, label: displayName })),
        none: t('personInCharge.vacant'),
      },
    },
    start: { membershipId: view.personInCharge.membershipId ?? '' },
  }),
  'release-agency': ({ view, profile }) => ({
    ask: {
      agency: {
        options: agencyOptions(
          profile,
          involvedIn(view).filter((agency) => agency !== view.leadAgency),
        ),
      },
    },
  }),
} satisfies CaseAskings;
