import { changeCodes, contactMethods, goalOutcomes } from '#libs/domain';
import { choices, date, optionsOf, radio, story, tick } from '../../components/form/field-makers.ts';
import { choicesIn, textIn, textOrNull, tickIn, type FieldSpec } from '../../components/form/field-spec.ts';
import { t } from '../../messages/translate.ts';
import type { CaseFormMaker } from '../case-form.ts';

export const recordMonitoring: CaseFormMaker = ({ profile }) => ({
  command: 'record-monitoring',
  fields: [
    date('on', { max: profile.today }),
    radio('method', optionsOf('contactMethod', contactMethods)),
    story('text', { label: t('field.monitoringText'), rows: 6 }),
  ],
  initial: { on: profile.today, method: '', text: '' },
  toBody: (values) => ({ on: textIn(values, 'on'), method: textIn(values, 'method'), text: textIn(values, 'text') }),
});

export const evaluateNow: CaseFormMaker = () => ({
  command: 'evaluate-now',
  part: 'stage',
  intro: t('intro.evaluateNow'),
  fields: [],
  initial: {},
  toBody: () => ({}),
});

export const resumeSupport: CaseFormMaker = () => ({
  command: 'resume-support',
  part: 'stage',
  intro: t('intro.resume'),
  fields: [],
  initial: {},
  toBody: () => ({}),
});

const outcomeField = (goalId: string): string => `outcome-${goalId}`;

/** One outcome for each goal of the decided plan. */
export const recordEvaluation: CaseFormMaker = ({ view, profile }) => {
  const goals = view.plans.findLast(({ state }) => state === 'decided')?.goals ?? [];
  const record = view.evaluation.record;
  const outcomes = goals.map(({ id, text }, index): FieldSpec => ({
    kind: 'choice',
    layout: 'radio',
    name: outcomeField(id),
    label: t('evaluation.goal', { number: index + 1, text: text ?? t('text.masked') }),
    options: optionsOf('goalOutcome', goalOutcomes),
  }));
  return {
    command: 'record-evaluation',
    part: 'evaluation',
    fields: [
      date('recordedOn', { max: profile.today }),
      ...outcomes,
      choices('changes', optionsOf('change', changeCodes)),
      story('personsViewText'),
      story('staffOpinionText'),
      story('remainingText', { optional: true }),
    ],
    initial: {
      recordedOn: profile.today,
      ...Object.fromEntries(goals.map(({ id }) => [outcomeField(id), record?.goalOutcomes[id] ?? ''])),
      changes: record?.changes ?? [],
      personsViewText: record?.personsViewText ?? '',
      staffOpinionText: record?.staffOpinionText ?? '',
      remainingText: record?.remainingText ?? '',
    },
    toBody: (values) => ({
      recordedOn: textIn(values, 'recordedOn'),
      goalOutcomes: Object.fromEntries(goals.map(({ id }) => [id, textIn(values, outcomeField(id))])),
      changes: choicesIn(values, 'changes'),
      personsViewText: textIn(values, 'personsViewText'),
      staffOpinionText: textIn(values, 'staffOpinionText'),
      remainingText: textOrNull(values, 'remainingText'),
    }),
  };
};

export const recordFollowUp: CaseFormMaker = ({ view, target, profile }) => {
  const open = view.followUps.filter(({ doneOn }) => doneOn === null);
  const followUp = open.find(({ day }) => String(day) === target) ?? open[0];
  if (followUp === undefined) return null;
  return {
    command: 'record-follow-up',
    part: `follow-up/${followUp.day}`,
    intro: t('followUp.day', { day: followUp.day }),
    fields: [
      date('on', { max: profile.today }),
      tick('leadAgencyOk'),
      story('text', { label: t('field.followUpText') }),
    ],
    initial: { on: profile.today, leadAgencyOk: true, text: '' },
    toBody: (values) => ({
      day: followUp.day,
      on: textIn(values, 'on'),
      leadAgencyOk: tickIn(values, 'leadAgencyOk'),
      text: textIn(values, 'text'),
    }),
  };
};
