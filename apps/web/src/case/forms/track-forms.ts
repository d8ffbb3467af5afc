import { caseCommands } from '#libs/domain';
import type { CaseView } from '#libs/views';
import { formOf } from '../../command/form-of.ts';
import type { Choice } from '../../command/forms-of.ts';
import { oneOf } from '../../command/one-of.ts';
import { agencyOptions } from '../../components/form/agency-options.ts';
import { radio } from '../../components/form/field-makers.ts';
import { textIn, type FieldValues } from '../../components/form/field-spec.ts';
import { t } from '../../messages/translate.ts';
import { finishCall } from '../../record/call-form.ts';
import type { CaseAskings } from '../case-asking.ts';

const isAgain = (values: FieldValues): boolean => textIn(values, 'next') === 'again';

export const trackForms = {
  'finish-call': finishCall,
  'record-pre-contact': () => ({ ask: { text: { rows: 6 } } }),
  'record-contact': () => ({
    order: ['on', 'method', 'result', 'text'],
    ask: { method: { as: 'radio' }, text: { rows: 6 } },
  }),
  'review-track': () => ({
    order: ['text', 'next'],
    also: [
      radio('next', [
        { value: 'again', label: t('trackNext.again') },
        { value: 'end', label: t('trackNext.end') },
      ]),
    ],
    ask: { text: { rows: 6 }, nextReviewOn: { when: isAgain } },
    start: { next: '' },
  }),
  // A reason has to be given where it could not be done; else a word is welcome.
  'finish-task': ({ view, target, session }) => {
    const open = view.tasks.filter(({ state }) => state === 'open');
    const task =
      open.find(({ id }) => id === target) ?? open.find(({ agency }) => agency === session.agency) ?? open[0];
    if (task === undefined) return null;
    return {
      known: { taskId: task.id },
      ...(task.text === null ? {} : { about: task.text }),
      ask: { text: { optional: true, hint: t('hint.reasonText') } },
    };
  },
  'submit-sheet': ({ view, session, target, profile }) => {
    const asked = view.sheets
      .filter(({ state }) => state === 'asked' || state === 'expired')
      .map(({ agency }) => agency);
    const wanted = [target, session.agency].find((agency) => agency !== null && asked.includes(agency)) ?? asked[0];
    if (wanted === undefined) return null;
    return {
      known: { ...(wanted === session.agency ? { heard: null } : {}) },
      ask: {
        agency: { options: agencyOptions(profile, [wanted]) },
        text: { rows: 10 },
        heard: { as: 'radio', optional: false },
      },
      start: { agency: wanted },
    };
  },
} satisfies CaseAskings;

/** Confirmed, or taken off the list with a reason. */
export const decideCandidate: Choice<CaseView> = {
  sends: ['confirm-candidate', 'dismiss-candidate'],
  make: ({ profile }) =>
    oneOf('decision', [
      {
        value: 'confirm',
        label: t('candidate.confirm'),
        form: formOf(caseCommands['confirm-candidate'], profile),
      },
      {
        value: 'dismiss',
        label: t('candidate.dismiss'),
        form: formOf(caseCommands['dismiss-candidate'], profile),
      },
    ]),
};
