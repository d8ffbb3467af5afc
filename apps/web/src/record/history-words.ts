import { isIsoDate } from '#libs/calendar';
import { agencyName } from '../api/agency-names.ts';
import type { HistoryEntry, ProfileView } from '#libs/views';
import { shortDate } from '../messages/dates.ts';
import { ja } from '../messages/ja.ts';
import { formatMessage } from '../messages/message-format.ts';
import { isMessageKey, t } from '../messages/translate.ts';

/** Lists of codes in which the value of a parameter is looked up, in this order. */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  kind: ['obligation', 'meetingKind'],
  step: ['step'],
  reason: ['declineReason', 'endReason'],
  suggestion: ['declineSuggestion'],
  status: ['consentStatus'],
  method: ['contactMethod', 'consentMethod'],
  result: ['disposition', 'contactResult'],
  purpose: ['purpose'],
  reply: ['reply'],
  post: ['holderPost'],
  notice: ['noticeKind'],
};
const agencyParams: ReadonlySet<string> = new Set([
  'agency',
  'from',
  'to',
  'ownerAgency',
  'leadAgencyAfter',
  'holder',
  'askedBy',
  'by',
]);

/** One line of the history, in words. An event this page does not know yet is still told as having happened. */
export function historyWords(entry: HistoryEntry, profile: ProfileView): string {
  if (entry.type === 'item-frozen' && entry.params['frozen'] === false) return t('history.itemThawed');
  if (entry.type === 'handoff-declined' && entry.params['reason'] === undefined) return t('history.handoffDeclined');
  const key = [`event.${entry.type}.${String(entry.params['step'])}`, `event.${entry.type}`].find(isMessageKey);
  if (key === undefined) return t('history.unknown');
  const text = ja[key];
  const values = Object.fromEntries(
    [...text.matchAll(/\{(\w+)/gu)].map(([, name = '']) => [name, paramWords(name, entry.params[name], profile)]),
  );
  return formatMessage(text, values);
}

function paramWords(name: string, value: string | number | boolean | null | undefined, profile: ProfileView): string {
  if (value === null || value === undefined) return '―';
  const text = String(value);
  if (agencyParams.has(name)) return agencyName(profile, text);
  const key = prefixes[name]?.map((prefix) => `${prefix}.${text}`).find(isMessageKey);
  if (key !== undefined) return t(key);
  return isIsoDate(text) ? shortDate(text, profile.today) : text;
}
