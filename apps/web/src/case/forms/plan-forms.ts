import { consentMethods } from '#libs/domain';
import { addDays, addMonths } from '#libs/calendar';
import type { PlanView } from '#libs/views';
import { date, line, optionsOf, radio, select, story } from '../../components/form/field-makers.ts';
import { rowsIn, textIn } from '../../components/form/field-spec.ts';
import { shortDate } from '../../messages/dates.ts';
import { t } from '../../messages/translate.ts';
import { agencyOptions, type CaseFormContext, type CaseFormMaker } from '../case-form.ts';

export const finishAssessment: CaseFormMaker = () => ({
  command: 'finish-assessment',
  part: 'stage',
  intro: t('intro.finishAssessment'),
  fields: [],
  initial: {},
  toBody: () => ({}),
});

const planMonths = 6;
const longestPlanMonths = 12;

/** Begins with the draft that is there, so that what comes back from the meeting is amended and not written anew. */
export const draftPlan: CaseFormMaker = ({ view, profile }) => {
  const before = view.plans.findLast(({ state }) => state === 'draft');
  const involved = (view.participants ?? [])
    .filter(({ releasedOn }) => releasedOn === null)
    .map(({ agency }) => agency);
  return {
    command: 'draft-plan',
    part: 'plan',
    fields: [
      story('directionText', { rows: 5 }),
      date('startsOn'),
      date('endsOn', { hint: t('hint.planPeriod', { months: profile.planMaxMonths ?? longestPlanMonths }) }),
      {
        kind: 'rows',
        name: 'goals',
        label: t('field.goals'),
        rowName: t('row.goal'),
        least: 1,
        blank: { text: '' },
        fields: [story('text', { label: t('field.goalText'), rows: 2 })],
      },
      {
        kind: 'rows',
        name: 'roles',
        label: t('field.roles'),
        rowName: t('row.role'),
        least: 1,
        blank: { agency: '', text: '' },
        fields: [select('agency', agencyOptions(profile)), story('text', { label: t('field.roleText'), rows: 2 })],
      },
    ],
    initial: {
      directionText: before?.directionText ?? '',
      startsOn: before?.startsOn ?? profile.today,
      endsOn: before?.endsOn ?? addDays(addMonths(profile.today, planMonths), -1),
      goals: before === undefined ? [{ text: '' }] : before.goals.map(({ text }) => ({ text: text ?? '' })),
      roles:
        before === undefined
          ? involved.map((agency) => ({ agency, text: '' }))
          : before.roles.map(({ agency, text }) => ({ agency, text: text ?? '' })),
    },
    toBody: (values) => ({
      startsOn: textIn(values, 'startsOn'),
      endsOn: textIn(values, 'endsOn'),
      directionText: textIn(values, 'directionText'),
      goals: rowsIn(values, 'goals').map((row) => ({ text: textIn(row, 'text') })),
      roles: rowsIn(values, 'roles').map((row) => ({ agency: textIn(row, 'agency'), text: textIn(row, 'text') })),
    }),
  };
};

export const explainPlan: CaseFormMaker = ({ profile }) => ({
  command: 'explain-plan',
  part: 'plan',
  fields: [
    date('explainedOn', { max: profile.today }),
    date('appliedOn', { max: profile.today }),
    radio('appliedBy', optionsOf('consentMethod', consentMethods)),
  ],
  initial: { explainedOn: profile.today, appliedOn: profile.today, appliedBy: 'signature' },
  toBody: (values) => ({
    explainedOn: textIn(values, 'explainedOn'),
    appliedOn: textIn(values, 'appliedOn'),
    appliedBy: textIn(values, 'appliedBy'),
  }),
});

export const draftApproval: CaseFormMaker = ({ profile }) => ({
  command: 'draft-approval',
  part: 'plan',
  fields: [date('draftedOn', { max: profile.today }), line('documentNumber', { hint: t('hint.documentNumber') })],
  initial: { draftedOn: profile.today, documentNumber: '' },
  toBody: (values) => ({
    draftedOn: textIn(values, 'draftedOn'),
    documentNumber: textIn(values, 'documentNumber').trim(),
  }),
});

export const decideSupport: CaseFormMaker = (context) => {
  const approval = draftOf(context)?.approval;
  return {
    command: 'decide-support',
    part: 'plan',
    ...(approval
      ? {
          intro: t('intro.decide', {
            draftedOn: shortDate(approval.draftedOn, context.profile.today),
            number: approval.documentNumber,
          }),
        }
      : {}),
    fields: [date('decidedOn', { max: context.profile.today })],
    initial: { decidedOn: context.profile.today },
    toBody: (values) => ({ decidedOn: textIn(values, 'decidedOn') }),
  };
};

/** An agency confirms the role the decided plan gives it. */
export const acknowledgeRole: CaseFormMaker = ({ view, session, target }) => {
  const plan = view.plans.findLast(({ state }) => state === 'decided');
  const open = plan?.roles.filter(({ acknowledgedOn }) => acknowledgedOn === null) ?? [];
  const role =
    open.find(({ agency }) => agency === (target ?? session.agency)) ??
    open.find(({ agency }) => agency === session.agency);
  if (role === undefined) return null;
  return {
    command: 'acknowledge-role',
    intro: t('intro.acknowledge', { role: role.text ?? t('text.masked') }),
    fields: [],
    initial: {},
    toBody: () => ({ agency: role.agency }),
  };
};

const draftOf = ({ view }: CaseFormContext): PlanView | undefined =>
  view.plans.findLast(({ state }) => state === 'draft');
