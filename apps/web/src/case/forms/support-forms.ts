import { t } from '../../messages/translate.ts';
import type { CaseAskings } from '../case-asking.ts';

export const supportForms = {
  'record-monitoring': () => ({ ask: { method: { as: 'radio' }, text: { rows: 6 } } }),
  // One outcome for each goal of the decided plan.
  'record-evaluation': ({ view }) => {
    const goals = view.plans.findLast(({ state }) => state === 'decided')?.goals ?? [];
    const { record } = view.evaluation;
    return {
      ask: {
        goalOutcomes: {
          each: goals.map(({ id, text }, index) => ({
            id,
            label: t('evaluation.goal', { number: index + 1, text: text ?? t('text.masked') }),
          })),
        },
      },
      start: {
        ...Object.fromEntries(goals.map(({ id }) => [`goalOutcomes.${id}`, record?.goalOutcomes[id] ?? ''])),
        changes: record?.changes ?? [],
        personsViewText: record?.personsViewText ?? '',
        staffOpinionText: record?.staffOpinionText ?? '',
        remainingText: record?.remainingText ?? '',
      },
    };
  },
  'record-follow-up': ({ view, target }) => {
    const open = view.followUps.filter(({ doneOn }) => doneOn === null);
    const followUp = open.find(({ day }) => String(day) === target) ?? open[0];
    if (followUp === undefined) return null;
    return {
      known: { day: followUp.day },
      about: t('followUp.day', { day: followUp.day }),
      start: { leadAgencyOk: true },
    };
  },
} satisfies CaseAskings;
