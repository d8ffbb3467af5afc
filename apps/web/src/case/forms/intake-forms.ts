import { radio, select, story, tick } from '../../components/form/field-makers.ts';
import { textIn, tickIn } from '../../components/form/field-spec.ts';
import { t } from '../../messages/translate.ts';
import { agencyOptions, namedAgencies, type CaseFormMaker } from '../case-form.ts';

const vacant = 'vacant';

export const screenCase: CaseFormMaker = () => ({
  command: 'screen-case',
  part: 'stage',
  fields: [
    radio('judgement', [
      { value: 'handOver', label: t('judgement.handOver'), hint: t('judgement.handOverHint') },
      { value: 'keep', label: t('judgement.keep'), hint: t('judgement.keepHint') },
    ]),
    story('reasonText', { hint: t('hint.reason') }),
  ],
  initial: { judgement: '', reasonText: '' },
  toBody: (values) => ({ judgement: textIn(values, 'judgement'), reasonText: textIn(values, 'reasonText') }),
});

export const markUrgent: CaseFormMaker = ({ view }) => ({
  command: 'mark-urgent',
  part: 'urgency',
  fields: [tick('urgent', { hint: t('hint.urgent') })],
  initial: { urgent: !view.urgent },
  toBody: (values) => ({ urgent: tickIn(values, 'urgent') }),
});

export const setPersonInCharge: CaseFormMaker = ({ view, profile }) => ({
  command: 'set-person-in-charge',
  part: 'person-in-charge',
  fields: [
    select('membershipId', [
      ...(profile.people ?? [])
        .filter(({ agency }) => agency === view.leadAgency)
        .map(({ membershipId, displayName }) => ({ value: membershipId, label: displayName })),
      { value: vacant, label: t('personInCharge.vacant') },
    ]),
  ],
  initial: { membershipId: view.personInCharge.membershipId ?? '' },
  toBody: (values) => ({
    membershipId: textIn(values, 'membershipId') === vacant ? null : textIn(values, 'membershipId'),
  }),
});

export const releaseAgency: CaseFormMaker = ({ view, profile }) => {
  const there = (view.participants ?? []).filter(({ releasedOn }) => releasedOn === null).map(({ agency }) => agency);
  return {
    command: 'release-agency',
    part: 'participants',
    fields: [
      select(
        'agency',
        namedAgencies(
          profile,
          there.filter((agency) => agency !== view.leadAgency),
        ),
      ),
      story('reasonText', { hint: t('hint.reason') }),
    ],
    initial: { agency: '', reasonText: '' },
    toBody: (values) => ({ agency: textIn(values, 'agency'), reasonText: textIn(values, 'reasonText') }),
  };
};

export const reopenCase: CaseFormMaker = () => ({
  command: 'reopen-case',
  part: 'stage',
  intro: t('intro.reopen'),
  fields: [story('reasonText', { hint: t('hint.reason') })],
  initial: { reasonText: '' },
  toBody: (values) => ({ reasonText: textIn(values, 'reasonText') }),
});

export const sendHandoff: CaseFormMaker = ({ view, profile }) => {
  const canBeMain = view.stage === 'screening';
  return {
    command: 'send-handoff',
    part: 'stage',
    intro: t('hint.keepResponsible'),
    fields: [
      select('to', agencyOptions(profile)),
      radio('purpose', [
        { value: 'takeOver', label: t('handoffPurpose.takeOver') },
        { value: 'join', label: t('handoffPurpose.join') },
      ]),
      story('messageText', { rows: 6 }),
    ],
    initial: { to: '', purpose: canBeMain ? 'takeOver' : 'join', messageText: '' },
    toBody: (values) => ({
      to: textIn(values, 'to'),
      purpose: textIn(values, 'purpose'),
      main: canBeMain,
      messageText: textIn(values, 'messageText'),
    }),
  };
};
