import { replyKinds } from '#libs/domain';
import { agencyName } from '../../api/profile-context.tsx';
import { choices, date, line, optionsOf, radio, select, story, time } from '../../components/form/field-makers.ts';
import { choicesIn, textIn, textOrNull, type FieldValues, type Option } from '../../components/form/field-spec.ts';
import { t } from '../../messages/translate.ts';
import { placeOf, type SittingFormContext, type SittingFormMaker } from '../sitting-form.ts';

/** Agencies of the items and those that must be there come ticked; people of the household can never be among them. */
export const callSitting: SittingFormMaker = ({ view, profile }) => {
  const body = profile.bodies.find(({ code }) => code === view.body);
  const required = body?.requiredAgencies ?? [];
  const involved = new Set([...view.items.flatMap(({ agencies }) => agencies), ...required]);
  const isShort = body?.earliestHeldOn !== undefined && view.heldOn < body.earliestHeldOn;
  return {
    command: 'call-sitting',
    part: 'sitting',
    intro: t('sitting.callIntro'),
    fields: [
      choices(
        'invitees',
        profile.agencies.map(({ code, name, channel }) => ({
          value: code,
          label: required.includes(code) ? t('sitting.requiredName', { name }) : name,
          hint: channel === 'mail' ? undefined : t(`channel.${channel}`),
        })),
      ),
      story('urgentReasonText', {
        rows: 3,
        optional: !isShort,
        hint: body === undefined ? undefined : t('sitting.urgentHint', { days: body.noticeOpenDays }),
      }),
    ],
    initial: {
      invitees: profile.agencies.map(({ code }) => code).filter((code) => involved.has(code)),
      urgentReasonText: '',
    },
    toBody: (values) => ({
      invitees: choicesIn(values, 'invitees').map((agency) => ({ agency })),
      urgentReasonText: textOrNull(values, 'urgentReasonText'),
    }),
  };
};

export const addInvitee: SittingFormMaker = ({ view, profile }) => {
  const uninvited = profile.agencies.filter(({ code }) => !view.invitations.some(({ agency }) => agency === code));
  return {
    command: 'add-invitee',
    fields: [
      select(
        'agency',
        uninvited.map(({ code, name }) => ({ value: code, label: name })),
      ),
    ],
    initial: { agency: '' },
    toBody: (values) => ({ agency: textIn(values, 'agency') }),
  };
};

/** What was said on the phone, or came on paper. */
export const answerInvitation: SittingFormMaker = (context) => {
  const { view, target } = context;
  const first =
    view.invitations.find(({ id }) => id === target) ?? view.invitations.find(({ reply }) => reply === null);
  const isProxy = (values: FieldValues): boolean => textIn(values, 'reply') === 'proxy';
  return {
    command: 'answer-invitation',
    fields: [
      select('invitationId', invitedOptions(context)),
      radio('reply', optionsOf('reply', replyKinds)),
      line('proxyText', { when: isProxy }),
    ],
    initial: { invitationId: first?.id ?? '', reply: '', proxyText: '' },
    toBody: (values) => ({
      invitationId: textIn(values, 'invitationId'),
      reply: textIn(values, 'reply'),
      proxyText: isProxy(values) ? textIn(values, 'proxyText') : null,
    }),
  };
};

const invitedOptions = ({ view, profile }: SittingFormContext): readonly Option[] =>
  view.invitations
    .toSorted((a, b) => Number(a.reply !== null) - Number(b.reply !== null))
    .map(({ id, agency, reply }) => ({
      value: id,
      label:
        reply === null
          ? t('sitting.unansweredName', { name: agencyName(profile, agency) })
          : t('sitting.answeredName', { name: agencyName(profile, agency), reply: t(`reply.${reply}`) }),
    }));

export const moveSitting: SittingFormMaker = ({ view, profile }) => ({
  command: 'move-sitting',
  part: 'sitting',
  intro: t('sitting.moveIntro'),
  fields: [date('heldOn', { min: profile.today }), time('startsAt'), time('endsAt'), line('placeText')],
  initial: { heldOn: view.heldOn, startsAt: view.startsAt, endsAt: view.endsAt, placeText: placeOf(view) ?? '' },
  toBody: (values) => ({
    heldOn: textIn(values, 'heldOn'),
    startsAt: textIn(values, 'startsAt'),
    endsAt: textIn(values, 'endsAt'),
    placeText: textIn(values, 'placeText').trim(),
  }),
});

export const cancelSitting: SittingFormMaker = () => ({
  command: 'cancel-sitting',
  part: 'sitting',
  look: 'danger',
  intro: t('sitting.cancelIntro'),
  fields: [story('reasonText', { hint: t('hint.reason') })],
  initial: { reasonText: '' },
  toBody: (values) => ({ reasonText: textIn(values, 'reasonText') }),
});
