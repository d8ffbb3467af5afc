import { addDays, addMonths } from '#libs/calendar';
import { shortDate } from '../../messages/dates.ts';
import { t } from '../../messages/translate.ts';
import { agencyOptions } from '../../components/form/agency-options.ts';
import { involvedIn, type CaseAskings } from '../case-asking.ts';

const planMonths = 6;
export const planForms = {
  // Begins with the draft that is there, so that what comes back from the meeting is amended and not written anew.
  'draft-plan': ({ view, profile }) => {
    const before = view.plans.findLast(({ state }) => state === 'draft');
    return {
      order: ['directionText'],
      ask: {
        directionText: { rows: 5 },
        endsOn: { hint: t('hint.planPeriod', { months: profile.planMaxMonths }) },
        goals: { inner: { ask: { text: { rows: 2 } } } },
        roles: { inner: { ask: { text: { rows: 2 } } } },
      },
      start:
        before === undefined
          ? {
              startsOn: profile.today,
              endsOn: addDays(addMonths(profile.today, planMonths), -1),
              roles: involvedIn(view).map((agency) => ({ agency, text: '' })),
            }
          : {
              directionText: before.directionText ?? '',
              startsOn: before.startsOn,
              endsOn: before.endsOn,
              goals: before.goals.map(({ text }) => ({ text: text ?? '' })),
              roles: before.roles.map(({ agency, text }) => ({ agency, text: text ?? '' })),
            },
    };
  },
  // The dates and the way are the person's: nobody's hand fills them in before.
  'explain-plan': () => ({ start: { explainedOn: '', appliedOn: '' } }),
  'read-plan-with-reason': () => ({ about: t('intro.readPlan') }),
  'decide-support': ({ view, profile }) => {
    const approval = view.plans.findLast(({ state }) => state === 'draft')?.approval;
    if (!approval) return {};
    const { draftedOn, documentNumber: number } = approval;
    return { about: t('intro.decide', { draftedOn: shortDate(draftedOn, profile.today), number }) };
  },
  // An agency confirms the role the decided plan gives it.
  'acknowledge-role': ({ view, session, profile, target }) => {
    const plan = view.plans.findLast(({ state }) => state === 'decided');
    const open = plan?.roles.filter(({ acknowledgedOn }) => acknowledgedOn === null) ?? [];
    const role =
      open.find(({ agency }) => agency === (target ?? session.agency)) ??
      open.find(({ agency }) => agency === session.agency) ??
      (session.agency === profile.coordinatingBody ? open[0] : undefined);
    if (role === undefined) return null;
    return {
      ...(role.agency === session.agency
        ? { known: { agency: role.agency, heard: null } }
        : {
            ask: {
              agency: {
                options: agencyOptions(
                  profile,
                  open.map(({ agency }) => agency),
                ),
              },
              heard: { as: 'radio' as const, optional: false },
            },
            start: { agency: role.agency },
          }),
      about: t('intro.acknowledge', { role: role.text ?? t('text.masked') }),
    };
  },
} satisfies CaseAskings;
