import { isIsoDate } from '#libs/calendar';
import type { Conflict } from '#libs/views';
import { fullDate } from '../../messages/dates.ts';
import { codeWord, hasCodes } from './code-words.ts';
import { t } from '../../messages/translate.ts';

export interface ConflictRow {
  readonly field: string;
  /** `null` where that side does not have the field at all. */
  readonly current: string | null;
  readonly submitted: string | null;
}

/** Fields that hold agencies or staff by code. */
const named: ReadonlySet<string> = new Set([
  'agency',
  'agencies',
  'invitees',
  'present',
  'to',
  'by',
  'askedBy',
  'ownerAgency',
  'leadAgencyAfter',
  'membershipId',
]);
/** Where it stands: what one looks for first. */
const standing: ReadonlySet<string> = new Set(['state', 'stage', 'status']);
const isTechnical = (field: string): boolean =>
  ['commandId', 'partVersion', 'type', 'id'].includes(field) || (field.endsWith('Id') && field !== 'membershipId');

/**
 * The fields in which the two versions differ, as readable text, first where it stands; ids and what only frames the command are left out.
 * @param names agencies and staff by code
 */
export function conflictRows(
  { current, submitted }: Conflict,
  names: ReadonlyMap<string, string>,
): readonly ConflictRow[] {
  const fields = new Set([...Object.keys(submitted ?? {}), ...Object.keys(current ?? {})]);
  const side = (texts: Conflict['current'], field: string): string | null =>
    texts !== undefined && field in texts ? wordsOf(field, texts[field], names) : null;
  return [...fields]
    .filter((field) => !isTechnical(field))
    .toSorted((a, b) => Number(standing.has(b)) - Number(standing.has(a)))
    .map((field) => ({ field, current: side(current, field), submitted: side(submitted, field) }))
    .filter((row) => (row.current ?? '') !== (row.submitted ?? ''));
}

function wordsOf(field: string, value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((one) => wordsOf(field, one, names)).join('、');
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([name]) => !isTechnical(name))
      .map(([name, inner]) => wordsOf(hasCodes(name) || named.has(name) ? name : field, inner, names))
      .filter((text) => text !== '')
      .join(' ');
  }
  if (typeof value !== 'string') return '';
  if (isIsoDate(value)) return fullDate(value);
  if (named.has(field)) return value === 'all' ? t('extent.all') : (names.get(value) ?? value);
  return codeWord(field, value) ?? value;
}
