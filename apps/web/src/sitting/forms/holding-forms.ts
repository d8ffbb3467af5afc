import { resultsOf } from '#libs/domain';
import { agencyOptions } from '../../components/form/agency-options.ts';
import { codeOptions } from '../../components/form/code-words.ts';
import { textIn, type FieldValues } from '../../components/form/field-spec.ts';
import type { ItemView, SittingView } from '#libs/views';
import { t } from '../../messages/translate.ts';
import type { SittingAskings } from '../sitting-asking.ts';

const comes: ReadonlySet<string> = new Set(['attend', 'proxy', 'online']);
const missed = ({ attendance }: SittingView, { agencies, releasedTo }: ItemView): readonly string[] =>
  agencies.filter((agency) => attendance?.present.includes(agency) === false && !releasedTo.includes(agency));
const isEnding = (values: FieldValues): boolean => textIn(values, 'result') === 'ended';

export const holdingForms = {
  // Attendance and 守秘義務の確認, which is read aloud before the agenda.
  'hold-sitting': ({ view, profile }) => {
    const office = [...new Set([profile.competentSection, profile.coordinatingBody])];
    const invited = view.invitations.filter(({ agency }) => !office.includes(agency));
    const coming = invited.filter(({ reply }) => reply !== null && comes.has(reply));
    return {
      about: view.acknowledgementText,
      order: ['acknowledgement'],
      ask: {
        present: { options: agencyOptions(profile, [...office, ...invited.map(({ agency }) => agency)]) },
      },
      start: { present: [...office, ...coming.map(({ agency }) => agency)] },
    };
  },
  // 協議結果: what came out, what is next, who, by when. No item is left without one.
  'give-disposition': ({ view, target }) => {
    const open = view.items.filter(({ disposition }) => disposition === null);
    // The obligation names the case, a button the item.
    const item =
      open.find(({ itemId, caseId }) => itemId === target || caseId === target) ??
      (target === null ? open[0] : undefined);
    if (item === undefined) return null;
    return {
      known: { itemId: item.itemId },
      about: t('sitting.itemIntro', {
        number: item.caseNumber,
        purpose: t(`purpose.${item.purpose}`),
        persons: item.persons.map(({ label }) => label).join('、'),
      }),
      order: ['result', 'endReason', 'leadAgencyAfter', 'standings', 'nextStepText'],
      ask: {
        result: {
          as: 'radio',
          options: codeOptions('result', resultsOf({ kind: view.kind, purpose: item.purpose })).map((option) =>
            option.value === 'ended' && item.household.length === 0
              ? { ...option, warning: t('sitting.endedBySecretariat') }
              : option,
          ),
        },
        endReason: { when: isEnding },
        leadAgencyAfter: { when: isEnding },
        // Everybody of the household, not only whom the 案件 is about.
        standings: {
          when: isEnding,
          each: item.household,
          inner: { ask: { standing: { as: 'select' }, standingText: { rows: 2 } } },
        },
        nextStepText: { rows: 3 },
      },
    };
  },
  // 欠席 means that nothing of it is told, until it is.
  'release-disposition': ({ view, profile, target }) => {
    const item =
      view.items.find(({ itemId }) => itemId === target) ?? view.items.find((one) => missed(view, one).length > 0);
    if (item === undefined) return null;
    return {
      known: { itemId: item.itemId },
      about: t('sitting.releaseIntro', { number: item.caseNumber }),
      ask: { agency: { options: agencyOptions(profile, missed(view, item)) } },
      start: { agency: missed(view, item)[0] ?? '' },
    };
  },
  'read-with-reason': () => ({ about: t('sitting.readIntro') }),
  'remove-item': ({ view, target }) => {
    const item = view.items.find(({ itemId, disposition }) => itemId === target && disposition === null);
    if (item === undefined) return null;
    return {
      known: { itemId: item.itemId },
      about: [
        t('sitting.removeIntro', { number: item.caseNumber }),
        ...(item.kind === 'supportMeeting' ? [t('sitting.removeTrack')] : []),
      ].join('\n'),
      look: 'danger',
    };
  },
  'take-off-item': ({ view, profile, target }) => {
    const item = view.items.find(({ itemId }) => itemId === target);
    if (item === undefined) return null;
    const awaited = new Set(view.invitations.filter(({ reply }) => reply !== 'absent').map(({ agency }) => agency));
    const free = item.agencies.filter((agency) => view.stage === 'preparing' || !awaited.has(agency));
    return {
      known: { itemId: item.itemId },
      about: t('sitting.takeOffIntro', { number: item.caseNumber }),
      ask: { agency: { options: agencyOptions(profile, free) } },
      start: { agency: '' },
      look: 'danger',
    };
  },
  // A case is chosen first; the rest is asked where a case is put on a sitting.
  'add-item': 'elsewhere',
} satisfies SittingAskings;
