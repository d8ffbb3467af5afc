import { isIsoDate } from '#libs/calendar';
import type { Conflict } from '../../api/problem.ts';
import { fullDate } from '../../messages/dates.ts';
import { isMessageKey, t } from '../../messages/translate.ts';

export interface ConflictRow {
  readonly field: string;
  readonly current: string;
  readonly submitted: string;
}

/** Of which list of codes the words of a field come, where the name alone does not tell. */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  status: ['consentStatus'],
  method: ['consentMethod', 'contactMethod'],
  purposes: ['consentPurpose'],
  itemClasses: ['consentItemClass'],
  reason: ['declineReason'],
  suggestion: ['declineSuggestion'],
  result: ['disposition', 'contactResult'],
  reply: ['reply'],
  endReason: ['endReason'],
  changes: ['change'],
  appliedBy: ['consentMethod'],
};

/** The fields in which the two versions differ, as readable text; what only frames the command is left out. */
export function conflictRows({ current, submitted }: Conflict): readonly ConflictRow[] {
  const fields = new Set([...Object.keys(submitted ?? {}), ...Object.keys(current ?? {})]);
  return [...fields]
    .filter((field) => field !== 'commandId' && field !== 'partVersion' && field !== 'type')
    .map((field) => ({
      field,
      current: wordsOf(field, current?.[field]),
      submitted: wordsOf(field, submitted?.[field]),
    }))
    .filter((row) => row.current !== row.submitted);
}

function wordsOf(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((one) => wordsOf(field, one)).join('、');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, inner]) => wordsOf(name, inner))
      .filter((text) => text !== '')
      .join(' ');
  if (typeof value !== 'string') return '';
  if (isIsoDate(value)) return fullDate(value);
  const key = prefixes[field]?.map((prefix) => `${prefix}.${value}`).find(isMessageKey);
  return key === undefined ? value : t(key);
}
