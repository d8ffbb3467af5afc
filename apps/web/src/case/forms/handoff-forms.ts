import { caseCommands, handoffPurposes } from '#libs/domain';
import type { CaseView, HandoffView } from '#libs/views';
import { agencyName } from '../../api/agency-names.ts';
import { formOf } from '../../command/form-of.ts';
import type { Choice } from '../../command/forms-of.ts';
import { oneOf } from '../../command/one-of.ts';
import { t } from '../../messages/translate.ts';
import { choicesIn, textIn, type FieldValues, type Option } from '../../components/form/field-spec.ts';
import { personLabel } from '../person-label.ts';
import type { CaseAskings, CaseFormContext } from '../case-asking.ts';

export const handoffForms = {
  'send-handoff': ({ view, profile }) => {
    const canBeMain = view.stage === 'screening';
    const known = view.persons.filter(({ name }) => name !== null);
    // Where there is nobody else nobody has to say whom it is about.
    const [only, another] = known;
    const agreed = (values: FieldValues): boolean =>
      isAgreed(view, profile, values, only && !another ? [only.id] : undefined);
    return {
      known: { main: canBeMain, ...(only && !another ? { personIds: [only.id] } : {}) },
      order: ['to', 'purpose', 'personIds', 'legalBasis', 'reasonText', 'messageText'],
      ask: {
        purpose: { options: handoffPurposes.map(purposeOption(view, profile)) },
        personIds: { options: known.map((person) => ({ value: person.id, label: personLabel(person) })) },
        legalBasis: { when: (values) => !agreed(values) },
        reasonText: { when: (values) => !agreed(values) },
        messageText: { rows: 6 },
      },
      start: { purpose: canBeMain ? 'takeOver' : 'join' },
    };
  },
  'withdraw-handoff': (context) => {
    const handoff = awaitingOf(context);
    return handoff === undefined ? null : { known: { handoffId: handoff.id }, look: 'danger' };
  },
} satisfies CaseAskings;

/** What each kind of つなぎ asks for, and what its acceptance does. */
const purposeOption =
  (view: CaseView, profile: CaseFormContext['profile']) =>
  (purpose: HandoffView['purpose']): Option => ({
    value: purpose,
    label: t(`handoffPurpose.${purpose}`),
    hint: t(`handoffEffect.${purpose}`, { lead: agencyName(profile, view.leadAgency) }),
  });

/** 受理, 受理しない with reason and suggestion, or 助言: one form for the three answers. */
export const answerHandoff: Choice<CaseView> = {
  sends: ['accept-handoff', 'decline-handoff', 'advise-on-handoff'],
  make: (context) => {
    const handoff = awaitingOf(context);
    if (handoff === undefined) return null;
    const { profile, session } = context;
    const isOwn = handoff.to === session.agency;
    const known = { handoffId: handoff.id, ...(isOwn ? { heard: null } : {}) };
    // The secretariat enters what a receiver without account said.
    const heard = { as: 'radio', optional: false } as const;
    return oneOf(
      'answer',
      [
        {
          value: 'accept',
          label: t('handoffAnswer.accept'),
          form: formOf(caseCommands['accept-handoff'], profile, { known, ask: { heard } }),
        },
        {
          value: 'decline',
          label: t('handoffAnswer.decline'),
          form: formOf(caseCommands['decline-handoff'], profile, {
            known,
            ask: { reason: { as: 'select' }, suggestion: { as: 'select' }, heard },
          }),
        },
        {
          value: 'advise',
          label: t('handoffAnswer.advise'),
          hint: t('handoffAnswer.adviseHint'),
          form: formOf(caseCommands['advise-on-handoff'], profile, { known, ask: { heard } }),
        },
      ],
      {
        intro: t('intro.accept', {
          from: agencyName(profile, handoff.from),
          purpose: t(`handoffPurpose.${handoff.purpose}`),
          effect: t(`handoffEffect.${handoff.purpose}`, { lead: agencyName(profile, context.view.leadAgency) }),
          message: handoff.messageText ?? t('text.masked'),
        }),
      },
    );
  },
};

/** Need nobody state a 根拠規定? Everybody whom it is about has agreed to this agency, or it is the office that runs the programme. */
function isAgreed(
  { persons }: CaseView,
  { coordinatingBody, competentSection }: CaseFormContext['profile'],
  values: FieldValues,
  only: readonly string[] | undefined,
): boolean {
  const to = textIn(values, 'to');
  const about = only ?? choicesIn(values, 'personIds');
  return (
    to === '' ||
    to === coordinatingBody ||
    to === competentSection ||
    persons.every(
      ({ id, consent: { status, agencies, unconfirmedFor } }) =>
        !about.includes(id) || (status === 'given' && agencies.includes(to) && unconfirmedFor !== to),
    )
  );
}

/** The handoff of the address, or the one that waits. */
function awaitingOf({ view, target }: CaseFormContext): HandoffView | undefined {
  return view.handoffs.find(({ id, state }) => state === 'awaiting' && (target === null || id === target));
}
