import type { IsoDate } from '#libs/calendar';
import { exampleOf } from '../command/example.ts';
import type { Field, Fields } from '../command/fields.ts';
import { agencies } from './random-words.ts';

type Held = Readonly<Record<string, unknown>>;

/**
 * Examples of a command that differ in one field each: every code, both answers, every agency, and what may be left open filled. `known` is
 * what the record makes likely.
 */
export function examplesOf(fields: Fields, today: IsoDate, known: Held = {}): readonly Held[] {
  const townish = Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => inTown(name, field, today)));
  const likely = exampleOf(fields, today, { ...townish, ...known });
  return [
    likely,
    ...Object.entries(fields).flatMap(([name, field]) =>
      valuesOf(name, field, today).map((value) => ({ ...likely, [name]: value })),
    ),
  ];
}

/** What `exampleOf` cannot know: codes of the town, and ids that no two examples share. */
function inTown(name: string, field: Field, today: IsoDate): readonly (readonly [string, unknown])[] {
  const value = field.nullable ? undefined : valuesOf(name, field, today)[0];
  return value === undefined ? [] : [[name, value]];
}

let made = 0;
const newId = (name: string): string => {
  made += 1;
  return `${name}-${String(made)}`;
};

function valuesOf(name: string, field: Field, today: IsoDate): readonly unknown[] {
  switch (field.kind) {
    case 'code':
      return field.codes;
    case 'codes':
      return [field.codes];
    case 'yesNo':
      return [true, false];
    case 'agency':
      return agencies;
    case 'point':
      return ['office'];
    case 'body':
      return ['supportMeeting', 'planMeeting'];
    case 'agencies':
      return [[...agencies]];
    case 'text':
    case 'made':
      return [newId(name)];
    case 'date':
      return [today];
    case 'part':
      return [townExample(field.fields, today)];
    case 'list':
      return [[townExample(field.fields, today)]];
    default:
      return [];
  }
}

const townExample = (fields: Fields, today: IsoDate): Held =>
  Object.fromEntries(
    Object.entries({ ...exampleOf(fields, today) }).map(([name, value]) => [
      name,
      (fields[name] && valuesOf(name, fields[name], today)[0]) ?? value,
    ]),
  );
