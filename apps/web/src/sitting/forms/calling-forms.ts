import { agencyName } from '../../api/agency-names.ts';
import type { ProfileView, SittingView } from '#libs/views';
import { agencyOptions } from '../../components/form/agency-options.ts';
import { textIn, type FieldValues, type Option } from '../../components/form/field-spec.ts';
import { t } from '../../messages/translate.ts';
import { finishCall } from '../../record/call-form.ts';
import { convenerIn } from '../convener-in.ts';
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
          options: askedAgencies(view, profile).map(({ code, name, channel }) => ({
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
      start: {
        invitees: askedAgencies(view, profile)
          .map(({ code }) => code)
          .filter((code) => involved.has(code)),
      },
      about: t('sitting.convenerPresent', { agency: agencyName(profile, convenerIn(view, profile)) }),
    };
  },
  'add-invitee': ({ view, profile }) => {
    const invited = new Set([...view.invitations.map(({ agency }) => agency), convenerIn(view, profile)]);
    return { ask: { agency: { options: agencyOptions(profile).filter(({ value }) => !invited.has(value)) } } };
  },
  // What was said on the phone, or came on paper.
  'answer-invitation': ({ view, profile, target, session }) => {
    const first =
      view.invitations.find(({ id }) => id === target) ?? view.invitations.find(({ reply }) => reply === null);
    const invitedBy = (values: FieldValues): string | undefined =>
      view.invitations.find(({ id }) => id === textIn(values, 'invitationId'))?.agency;
    return {
      known: { sequence: view.sequence },
      ask: {
        invitationId: { options: invitedOptions(view, profile) },
        proxyText: { when: (values) => textIn(values, 'reply') === 'proxy' },
        heard: { as: 'radio', when: (values) => invitedBy(values) !== session.agency },
      },
      start: { invitationId: first?.id ?? '' },
    };
  },
  // Before the day, by whoever comes; for an agency without account as the secretariat heard it.
  'acknowledge-secrecy': ({ view, profile, session }) => {
    const told = view.invitations.filter(({ delivery }) => delivery.state !== 'none');
    const called = [...told.map(({ agency }) => agency), convenerIn(view, profile)];
    const isMissing = (agency: string): boolean => {
      const done = view.acknowledged.find((one) => one.agency === agency);
      // Each of an agency does so, whatever a colleague did.
      const members = agency === session.agency ? done?.membershipIds : null;
      return done === undefined || members?.includes(session.membership) === false;
    };
    const missing = called.filter(isMissing);
    const own = missing.includes(session.agency);
    return {
      about: view.acknowledgementText,
      ask: {
        agency: { options: agencyOptions(profile, own && !isOffice(session, profile) ? [session.agency] : missing) },
        heard: { as: 'radio', when: (values) => textIn(values, 'agency') !== session.agency },
      },
      start: { agency: own ? session.agency : (missing[0] ?? '') },
    };
  },
  'finish-call': finishCall,
  'move-sitting': ({ view, profile }) => ({
    ask: {
      heldOn: { min: profile.today },
      urgentReasonText: {
        rows: 3,
        when: (values) => view.stage === 'called' && isShort(view, profile, textIn(values, 'heldOn')),
      },
    },
    start: { heldOn: view.heldOn, startsAt: view.startsAt, endsAt: view.endsAt, placeText: placeOf(view) ?? '' },
  }),
  'cancel-sitting': () => ({ look: 'danger' }),
} satisfies SittingAskings;

const isOffice = ({ agency }: { readonly agency: string }, profile: ProfileView): boolean =>
  agency === profile.competentSection || agency === profile.coordinatingBody;

const askedAgencies = (view: SittingView, profile: ProfileView): ProfileView['agencies'] =>
  profile.agencies.filter(({ code }) => code !== convenerIn(view, profile));

const isShort = (view: SittingView, profile: ProfileView, heldOn: string): boolean => {
  const earliest = profile.bodies.find(({ code }) => code === view.body)?.earliestHeldOn;
  return earliest !== undefined && heldOn < earliest;
};

const invitedOptions = (view: SittingView, profile: ProfileView): readonly Option[] =>
  view.invitations
    .toSorted((a, b) => Number(a.reply !== null) - Number(b.reply !== null))
    .map(({ id, agency, reply }) => ({
      value: id,
      label:
        reply === null
          ? t('sitting.unansweredName', { name: agencyName(profile, agency) })
          : t('sitting.answeredName', { name: agencyName(profile, agency), reply: t(`reply.${reply}`) }),
    }));
