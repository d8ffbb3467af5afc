import { agencyName } from '../../api/profile-context.tsx';
import type { Profile } from '../../api/session.ts';
import type { SittingView } from '../../api/sitting-view.ts';
import { agencyOptions } from '../../components/form/agency-options.ts';
import { textIn, type Option } from '../../components/form/field-spec.ts';
import { t } from '../../messages/translate.ts';
import { placeOf, type SittingAskings } from '../sitting-asking.ts';

export const callingForms = {
  // Agencies of the items and those that must be there come ticked; people of the household can never be among them.
  'call-sitting': ({ view, profile }) => {
    const body = profile.bodies.find(({ code }) => code === view.body);
    const required = body?.requiredAgencies ?? [];
    const involved = new Set([...view.items.flatMap(({ agencies }) => agencies), ...required]);
    const isShort = body?.earliestHeldOn !== undefined && view.heldOn < body.earliestHeldOn;
    return {
      ask: {
        invitees: {
          options: profile.agencies.map(({ code, name, channel }) => ({
            value: code,
            label: required.includes(code) ? t('sitting.requiredName', { name }) : name,
            hint: channel === 'mail' ? undefined : t(`channel.${channel}`),
          })),
        },
        urgentReasonText: {
          rows: 3,
          optional: !isShort,
          hint: body === undefined ? undefined : t('sitting.urgentHint', { days: body.noticeOpenDays }),
        },
      },
      start: { invitees: profile.agencies.map(({ code }) => code).filter((code) => involved.has(code)) },
    };
  },
  'add-invitee': ({ view, profile }) => {
    const invited = new Set(view.invitations.map(({ agency }) => agency));
    return { ask: { agency: { options: agencyOptions(profile).filter(({ value }) => !invited.has(value)) } } };
  },
  // What was said on the phone, or came on paper.
  'answer-invitation': ({ view, profile, target }) => {
    const first =
      view.invitations.find(({ id }) => id === target) ?? view.invitations.find(({ reply }) => reply === null);
    return {
      ask: {
        invitationId: { options: invitedOptions(view, profile) },
        proxyText: { when: (values) => textIn(values, 'reply') === 'proxy' },
      },
      start: { invitationId: first?.id ?? '' },
    };
  },
  'move-sitting': ({ view, profile }) => ({
    ask: { heldOn: { min: profile.today } },
    start: { heldOn: view.heldOn, startsAt: view.startsAt, endsAt: view.endsAt, placeText: placeOf(view) ?? '' },
  }),
  'cancel-sitting': () => ({ look: 'danger' }),
} satisfies SittingAskings;

const invitedOptions = (view: SittingView, profile: Profile): readonly Option[] =>
  view.invitations
    .toSorted((a, b) => Number(a.reply !== null) - Number(b.reply !== null))
    .map(({ id, agency, reply }) => ({
      value: id,
      label:
        reply === null
          ? t('sitting.unansweredName', { name: agencyName(profile, agency) })
          : t('sitting.answeredName', { name: agencyName(profile, agency), reply: t(`reply.${reply}`) }),
    }));
