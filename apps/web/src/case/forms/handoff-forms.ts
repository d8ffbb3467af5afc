import { declineReasons, declineSuggestions } from '#libs/domain';
import type { HandoffView } from '#libs/views';
import { agencyName } from '../../api/profile-context.tsx';
import { optionsOf, radio, select, story } from '../../components/form/field-makers.ts';
import { textIn, textOrNull, type FieldValues } from '../../components/form/field-spec.ts';
import { t } from '../../messages/translate.ts';
import type { CaseFormContext, CaseFormMaker } from '../case-form.ts';

const answerIs =
  (answer: string) =>
  (values: FieldValues): boolean =>
    textIn(values, 'answer') === answer;

/** 受理, 受理しない with reason and suggestion, or 助言: one form for the three answers. */
export const answerHandoff: CaseFormMaker = (context) => {
  const handoff = awaitingOf(context);
  if (handoff === undefined) return null;
  return {
    command: (values) =>
      answerIs('accept')(values)
        ? 'accept-handoff'
        : answerIs('decline')(values)
          ? 'decline-handoff'
          : 'advise-on-handoff',
    part: `handoff/${handoff.id}`,
    intro: t('intro.accept', {
      from: agencyName(context.profile, handoff.from),
      message: handoff.messageText ?? t('text.masked'),
    }),
    fields: [
      radio('answer', [
        { value: 'accept', label: t('handoffAnswer.accept') },
        { value: 'decline', label: t('handoffAnswer.decline') },
        { value: 'advise', label: t('handoffAnswer.advise'), hint: t('handoffAnswer.adviseHint') },
      ]),
      select('reason', optionsOf('declineReason', declineReasons), { when: answerIs('decline') }),
      select('suggestion', optionsOf('declineSuggestion', declineSuggestions), { when: answerIs('decline') }),
      story('answerText', {
        optional: true,
        when: (values) => answerIs('accept')(values) || answerIs('decline')(values),
      }),
      story('adviceText', { when: answerIs('advise') }),
    ],
    initial: { answer: '', reason: '', suggestion: '', answerText: '', adviceText: '' },
    toBody: (values) => {
      if (answerIs('advise')(values)) return { handoffId: handoff.id, adviceText: textIn(values, 'adviceText') };
      const answer = { handoffId: handoff.id, answerText: textOrNull(values, 'answerText') };
      return answerIs('decline')(values)
        ? { ...answer, reason: textIn(values, 'reason'), suggestion: textIn(values, 'suggestion') }
        : answer;
    },
  };
};

export const withdrawHandoff: CaseFormMaker = (context) => {
  const handoff = awaitingOf(context);
  if (handoff === undefined) return null;
  return {
    command: 'withdraw-handoff',
    part: `handoff/${handoff.id}`,
    look: 'danger',
    fields: [story('reasonText', { hint: t('hint.reason') })],
    initial: { reasonText: '' },
    toBody: (values) => ({ handoffId: handoff.id, reasonText: textIn(values, 'reasonText') }),
  };
};

/** The handoff of the address, or the one that waits. */
function awaitingOf({ view, target }: CaseFormContext): HandoffView | undefined {
  return view.handoffs.find(({ id, state }) => state === 'awaiting' && (target === null || id === target));
}
