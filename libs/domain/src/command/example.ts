import { earliestBirthYear, type IsoDate } from '#libs/calendar';
import { dayLimits } from './days.ts';
import type { Field, Fields } from './fields.ts';

/** A command's fields filled with something of the right shape, with what is known put over it: for offers and for tests. */
export const exampleOf = (
  fields: Fields,
  today: IsoDate,
  known: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.omissible ? [] : [[name, valueOf(field, today)]])),
  ),
  ...known,
});

function valueOf(field: Field, today: IsoDate): unknown {
  if (field.nullable) return null;
  switch (field.kind) {
    case 'code':
      return field.codes[0];
    case 'codes':
      return field.codes.slice(0, field.min);
    case 'codePerId':
      return {};
    case 'date':
      return field.means === 'coming' ? dayLimits('coming', today).from : today;
    case 'time':
      return '10:00';
    case 'yesNo':
      return true;
    case 'birthYear':
      return earliestBirthYear;
    case 'number':
      return field.min;
    case 'refs':
    case 'agencies':
      return Array.from({ length: field.min }, (_one, index) => `example-${String(index)}`);
    case 'allOrAgencies':
      return 'all';
    case 'part':
      return exampleOf(field.fields, today);
    case 'list':
      return Array.from({ length: field.min }, () => exampleOf(field.fields, today));
    default:
      return 'example';
  }
}
