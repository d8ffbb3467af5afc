import type { Option } from './field-spec.ts';
import type { MessageKey } from '../../messages/ja.ts';
import { isMessageKey, labelOf, wordOf } from '../../messages/translate.ts';

type Prefix = MessageKey extends infer Key ? (Key extends `${infer P}.${string}` ? P : never) : never;

/**
 * In which lists of words the codes of a field are found, by the field's name. Where one name stands for several lists, the one that knows
 * all of the field's codes is meant.
 */
const lists: Readonly<Record<string, readonly Prefix[]>> = {
  stage: ['stage', 'sittingStage'],
  state: ['handoffState', 'trackState', 'sittingStage'],
  version: ['version'],
  concern: ['concern'],
  concerns: ['concern'],
  worstConcern: ['concern'],
  scheme: ['scheme'],
  role: ['personRole'],
  relation: ['relation'],
  status: ['consentStatus'],
  method: ['consentMethod', 'contactMethod'],
  purpose: ['handoffPurpose', 'purpose'],
  purposes: ['consentPurpose'],
  itemClasses: ['consentItemClass'],
  ground: ['representativeGround'],
  judgement: ['judgement'],
  reason: ['declineReason'],
  suggestion: ['declineSuggestion'],
  result: ['disposition', 'contactResult'],
  outcome: ['taskOutcome', 'schemeOutcome', 'taskState'],
  goalOutcomes: ['goalOutcome'],
  reply: ['reply'],
  endReason: ['endReason'],
  standing: ['standing'],
  changes: ['change'],
  appliedBy: ['consentMethod'],
  decider: ['decider'],
  acknowledgement: ['acknowledgement'],
  chair: ['chair'],
  how: ['tellingWay'],
  heard: ['tellingWay'],
};

export const hasCodes = (field: string): boolean => Object.hasOwn(lists, field);

/** The word of one code in a field of this name. */
export const codeWord = (field: string, code: string): string | undefined => {
  const key = lists[field]?.map((list) => `${list}.${code}`).find(isMessageKey);
  return key === undefined ? undefined : wordOf(key);
};

/** The codes that a field may hold, with their words and what else is said of them (`…Hint`). */
export function codeOptions(field: string, codes: readonly string[]): readonly Option[] {
  const list = lists[field]?.find((one) => codes.every((code) => isMessageKey(`${one}.${code}`))) ?? field;
  return codes.map((code) => ({
    value: code,
    label: labelOf(list, code),
    hint: wordOf(`${list}.${code}Hint`),
  }));
}
