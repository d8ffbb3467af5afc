import { endReasons, resultsOf } from '#libs/domain';
import { addDays } from '#libs/calendar';
import { agencyName } from '../../api/profile-context.tsx';
import { choices, date, optionsOf, radio, select, story } from '../../components/form/field-makers.ts';
import { choicesIn, textIn, type FieldValues } from '../../components/form/field-spec.ts';
import { t } from '../../messages/translate.ts';
import type { SittingFormMaker } from '../sitting-form.ts';

const comes: ReadonlySet<string> = new Set(['attend', 'proxy', 'online']);

/** Attendance and 守秘義務の確認, which is read aloud before the agenda. */
export const holdSitting: SittingFormMaker = ({ view, profile }) => {
  const office = [...new Set([profile.competentSection, profile.coordinatingBody])];
  const seats = [
    ...office,
    ...view.invitations.map(({ agency }) => agency).filter((agency) => !office.includes(agency)),
  ];
  const expected = new Set([
    ...office,
    ...view.invitations.filter(({ reply }) => reply !== null && comes.has(reply)).map(({ agency }) => agency),
  ]);
  return {
    command: 'hold-sitting',
    part: 'sitting',
    intro: view.acknowledgementText ?? t('sitting.acknowledgementText'),
    fields: [
      radio('acknowledgement', [
        { value: 'readAloud', label: t('acknowledgement.readAloud') },
        { value: 'signed', label: t('acknowledgement.signed') },
      ]),
      choices(
        'present',
        seats.map((code) => ({ value: code, label: agencyName(profile, code) })),
      ),
      radio('chair', [
        { value: 'manager', label: t('chair.manager') },
        { value: 'deputy', label: t('chair.deputy') },
      ]),
    ],
    initial: { acknowledgement: '', present: seats.filter((code) => expected.has(code)), chair: '' },
    toBody: (values) => ({
      present: choicesIn(values, 'present'),
      acknowledgement: textIn(values, 'acknowledgement'),
      chair: textIn(values, 'chair'),
    }),
  };
};

const isEnding = (values: FieldValues): boolean => textIn(values, 'result') === 'ended';

/** 協議結果: what came out, what is next, who, by when. No item is left without one. */
export const giveDisposition: SittingFormMaker = ({ view, profile, target }) => {
  const open = view.items.filter(({ disposition }) => disposition === null);
  // The obligation names the case, a button the item.
  const item =
    open.find(({ itemId, caseId }) => itemId === target || caseId === target) ??
    (target === null ? open[0] : undefined);
  if (item === undefined) return null;
  const agencies = profile.agencies.map(({ code, name }) => ({ value: code, label: name }));
  return {
    command: 'give-disposition',
    part: `item/${item.itemId}`,
    intro: t('sitting.itemIntro', {
      number: item.caseNumber,
      purpose: t(`purpose.${item.purpose}`),
      persons: item.persons.map(({ label }) => label).join('、'),
    }),
    fields: [
      radio('result', optionsOf('disposition', resultsOf({ kind: view.kind, purpose: item.purpose }))),
      select('endReason', optionsOf('endReason', endReasons), { when: isEnding }),
      select('leadAgencyAfter', agencies, { when: isEnding }),
      story('nextStepText', { rows: 3 }),
      select('ownerAgency', agencies),
      date('dueOn', { min: addDays(profile.today, 1) }),
    ],
    initial: { result: '', endReason: '', leadAgencyAfter: '', nextStepText: '', ownerAgency: '', dueOn: '' },
    toBody: (values) => ({
      itemId: item.itemId,
      result: textIn(values, 'result'),
      ownerAgency: textIn(values, 'ownerAgency'),
      dueOn: textIn(values, 'dueOn'),
      nextStepText: textIn(values, 'nextStepText'),
      endReason: isEnding(values) ? textIn(values, 'endReason') : null,
      leadAgencyAfter: isEnding(values) ? textIn(values, 'leadAgencyAfter') : null,
    }),
  };
};

export const removeItem: SittingFormMaker = ({ view, target }) => {
  const item = view.items.find(({ itemId, disposition }) => itemId === target && disposition === null);
  if (item === undefined) return null;
  return {
    command: 'remove-item',
    part: `item/${item.itemId}`,
    look: 'danger',
    intro: t('sitting.removeIntro', { number: item.caseNumber }),
    fields: [],
    initial: {},
    toBody: () => ({ itemId: item.itemId }),
  };
};
