import { contactMethods, contactResults } from '#libs/domain';
import { addDays } from '#libs/calendar';
import { date, optionsOf, radio, select, story } from '../../components/form/field-makers.ts';
import { textIn, textOrNull, type FieldValues } from '../../components/form/field-spec.ts';
import { t } from '../../messages/translate.ts';
import type { CaseFormMaker } from '../case-form.ts';

/** Confirmed, or taken off the list with a reason. */
export const decideCandidate: CaseFormMaker = () => {
  const isDismissed = (values: FieldValues): boolean => textIn(values, 'decision') === 'dismiss';
  return {
    command: (values) => (isDismissed(values) ? 'dismiss-candidate' : 'confirm-candidate'),
    part: 'track',
    fields: [
      radio('decision', [
        { value: 'confirm', label: t('candidate.confirm') },
        { value: 'dismiss', label: t('candidate.dismiss') },
      ]),
      story('reasonText', { hint: t('hint.reason'), when: isDismissed }),
    ],
    initial: { decision: '', reasonText: '' },
    toBody: (values) => (isDismissed(values) ? { reasonText: textIn(values, 'reasonText') } : {}),
  };
};

export const recordPreContact: CaseFormMaker = ({ profile }) => ({
  command: 'record-pre-contact',
  part: 'track',
  fields: [date('on', { max: profile.today }), story('text', { label: t('field.preContactText'), rows: 6 })],
  initial: { on: profile.today, text: '' },
  toBody: (values) => ({ on: textIn(values, 'on'), text: textIn(values, 'text') }),
});

export const recordContact: CaseFormMaker = ({ profile }) => ({
  command: 'record-contact',
  fields: [
    date('on', { max: profile.today }),
    radio('method', optionsOf('contactMethod', contactMethods)),
    radio('result', optionsOf('contactResult', contactResults)),
    story('text', { label: t('field.contactText'), rows: 6 }),
    date('nextContactOn', { min: addDays(profile.today, 1) }),
  ],
  initial: { on: profile.today, method: '', result: '', text: '', nextContactOn: '' },
  toBody: (values) => ({
    on: textIn(values, 'on'),
    method: textIn(values, 'method'),
    result: textIn(values, 'result'),
    nextContactOn: textIn(values, 'nextContactOn'),
    text: textIn(values, 'text'),
  }),
});

export const reviewTrack: CaseFormMaker = ({ profile }) => {
  const isAgain = (values: FieldValues): boolean => textIn(values, 'next') === 'again';
  return {
    command: 'review-track',
    part: 'track',
    fields: [
      story('text', { label: t('field.reviewText'), rows: 6 }),
      radio('next', [
        { value: 'again', label: t('trackNext.again') },
        { value: 'end', label: t('trackNext.end') },
      ]),
      date('nextReviewOn', { min: addDays(profile.today, 1), when: isAgain }),
    ],
    initial: { text: '', next: '', nextReviewOn: '' },
    toBody: (values) => ({
      nextReviewOn: isAgain(values) ? textIn(values, 'nextReviewOn') : null,
      text: textIn(values, 'text'),
    }),
  };
};

export const finishTask: CaseFormMaker = ({ view, target, session }) => {
  const open = view.tasks.filter(({ state }) => state === 'open');
  const task = open.find(({ id }) => id === target) ?? open.find(({ agency }) => agency === session.agency) ?? open[0];
  if (task === undefined) return null;
  const isImpossible = (values: FieldValues): boolean => textIn(values, 'taskOutcome') === 'impossible';
  return {
    command: 'finish-task',
    part: `task/${task.id}`,
    ...(task.text === null ? {} : { intro: task.text }),
    fields: [
      radio('taskOutcome', [
        { value: 'done', label: t('taskOutcome.done') },
        { value: 'impossible', label: t('taskOutcome.impossible') },
      ]),
      story('text', { optional: true, when: (values) => !isImpossible(values) }),
      story('reasonText', { hint: t('hint.reason'), when: isImpossible }),
    ],
    initial: { taskOutcome: '', text: '', reasonText: '' },
    toBody: (values) => ({
      taskId: task.id,
      outcome: textIn(values, 'taskOutcome'),
      text: isImpossible(values) ? textIn(values, 'reasonText') : textOrNull(values, 'text'),
    }),
  };
};

export const submitSheet: CaseFormMaker = ({ view, session, target, profile }) => {
  const asked = view.sheets.filter(({ state }) => state === 'asked' || state === 'expired').map(({ agency }) => agency);
  const wanted = [target, session.agency].find((agency) => agency !== null && asked.includes(agency)) ?? asked[0];
  if (wanted === undefined) return null;
  const names = asked.map((code) => ({
    value: code,
    label: profile.agencies.find((agency) => agency.code === code)?.name ?? code,
  }));
  return {
    command: 'submit-sheet',
    part: `sheet/${wanted}`,
    fields: [
      select(
        'agency',
        names.filter(({ value }) => value === wanted),
      ),
      story('text', { label: t('field.sheetText'), rows: 10 }),
    ],
    initial: { agency: wanted, text: '' },
    toBody: (values) => ({ agency: wanted, text: textIn(values, 'text') }),
  };
};
