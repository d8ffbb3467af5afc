import { addDays, addMonths, type IsoDate } from '#libs/calendar';
import type { RefusalCode } from '../record/refusal-codes.ts';
import { refuse, type Refusal } from '../record/context.ts';
import type { Field, Fields } from './fields.ts';

/**
 * What a date is: a day on which something was done, one to come, that of a sitting, or one of the years around today. From it follow the
 * limits, in the rule and on the page.
 */
export type DayMeaning = 'done' | 'coming' | 'held' | 'near';

/** The first day of 平成: nothing that is handled today was done before it. */
const earliest: IsoDate = '1989-01-08';
const yearsAhead = 5;

/** Both days included, in Asia/Tokyo. */
export function dayLimits(means: DayMeaning, today: IsoDate): { readonly from: IsoDate; readonly until: IsoDate } {
  const until = addMonths(today, 12 * yearsAhead);
  switch (means) {
    case 'done':
      return { from: earliest, until: today };
    case 'coming':
      return { from: addDays(today, 1), until };
    case 'held':
      return { from: today, until };
    case 'near':
      return { from: addMonths(today, -12 * yearsAhead), until };
  }
}

const codes: Readonly<Record<DayMeaning, readonly [before: RefusalCode, after: RefusalCode]>> = {
  done: ['date.too-early', 'date.in-future'],
  coming: ['date.not-ahead', 'date.too-far'],
  held: ['date.in-past', 'date.too-far'],
  near: ['date.too-early', 'date.too-far'],
};

/** Why a date in a command cannot be meant, or nothing. The field is named as it stands in the body. */
export const refusalOfDays = (fields: Fields, said: object, today: IsoDate, path = ''): Refusal | undefined =>
  Object.entries(fields)
    .map(([name, field]) => refusalIn(field, (said as Readonly<Record<string, unknown>>)[name], path + name, today))
    .find((refusal) => refusal !== undefined);

function refusalIn(field: Field, value: unknown, name: string, today: IsoDate): Refusal | undefined {
  if (value === null || value === undefined) return undefined;
  switch (field.kind) {
    case 'date': {
      const { from, until } = dayLimits(field.means, today);
      const [before, after] = codes[field.means];
      const on = value as IsoDate;
      return on < from ? refuse(before, { field: name }) : on > until ? refuse(after, { field: name }) : undefined;
    }
    case 'birthYear':
      return Number(value) > Number(today.slice(0, 4)) ? refuse('date.in-future', { field: name }) : undefined;
    case 'part':
      return refusalOfDays(field.fields, value, today, `${name}.`);
    case 'list':
      return (value as readonly object[])
        .map((row, index) => refusalOfDays(field.fields, row, today, `${name}.${String(index)}.`))
        .find((refusal) => refusal !== undefined);
    default:
      return undefined;
  }
}
