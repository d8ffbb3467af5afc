import { parseBirthYear, type IsoDate } from '#libs/calendar';
import { dayLimits, longestLine, type DayMeaning, type Field, type Fields } from '#libs/domain';
import type { ProfileView } from '#libs/views';
import { agencyOptions } from '../components/form/agency-options.ts';
import { codeOptions } from '../components/form/code-words.ts';
import { choicesIn, rowsIn, textIn, tickIn, type FieldSpec, type FieldValues } from '../components/form/field-spec.ts';
import { labelOf, t, wordOf } from '../messages/translate.ts';
import type { Ask, Asking, Body } from './asking.ts';
import {
  allOrSome,
  oneChoice,
  onePerId,
  onlyWhen,
  severalChoices,
  wordsOf,
  type Asked,
  type Frame,
  type Question,
} from './choice-question.ts';

/** Where questions stand. */
interface Place {
  /** The command, the list or the part that they belong to: its words come before those of the bare name. */
  readonly owner: string;
  /** Before the names of the values: '' or 'representative.' */
  readonly path: string;
  readonly profile: ProfileView;
}

/** The questions of a command, of a part or of a row. */
interface Questions {
  readonly specs: readonly FieldSpec[];
  readonly start: FieldValues;
  readonly body: (values: FieldValues) => Body;
}

/** Every field that is neither known nor made by the server, as questions in their order. */
export function questionsOf(fields: Fields, asking: Asking, place: Place): Questions {
  const { known = {}, order = [], also = [], start = {}, send } = asking;
  const asks: Readonly<Record<string, Ask | undefined>> = asking.ask ?? {};
  const asked = Object.entries(fields)
    .filter(([name, { kind }]) => kind !== 'made' && kind !== 'given' && !Object.hasOwn(known, name))
    .map(([name, field]) => {
      const ask = asks[name] ?? {};
      return { name, field, ask, ...questionOf(field, name, place, ask) };
    });
  const rank = ({ name }: FieldSpec): number => {
    const at = order.findIndex((one) => name === `${place.path}${one}` || name.startsWith(`${place.path}${one}.`));
    return at === -1 ? order.length : at;
  };
  return {
    specs: [...asked.flatMap(({ specs }) => specs), ...also].toSorted((a, b) => rank(a) - rank(b)),
    start: { ...Object.fromEntries(asked.flatMap((one) => Object.entries(one.start))), ...start },
    body: (values) => {
      const said = asked.map(({ name, field, ask, read }): readonly [string, unknown] => [
        name,
        ask.when?.(values) === false ? unasked(field, ask) : read(values),
      ]);
      const body: Body = { ...known, ...Object.fromEntries(said) };
      return send === undefined ? body : send(body, values);
    },
  };
}

/** How a field is asked, by its kind. */
function questionOf(field: Field, fieldName: string, place: Place, ask: Ask): Question {
  const { profile } = place;
  const asked: Asked = { frame: frameOf(field, fieldName, place, ask), ask, nullable: field.nullable === true };
  const { name } = asked.frame;
  switch (field.kind) {
    case 'code':
      return oneChoice(asked, codeOptions(fieldName, field.codes));
    case 'codes':
      return severalChoices(asked, codeOptions(fieldName, field.codes));
    case 'codePerId':
      return onePerId(asked, codeOptions(fieldName, field.codes));
    case 'ref':
      return oneChoice(asked, [], 'select');
    case 'refs':
      return severalChoices(asked, []);
    case 'agency':
      return oneChoice(asked, agencyOptions(profile), 'select');
    case 'body':
      return oneChoice(asked, profile.bodies.map(optionOf), 'select');
    case 'point':
      return oneChoice(asked, profile.intakePoints.map(optionOf), 'select');
    case 'basis':
      return oneChoice(asked, profile.handoffBases.map(optionOf), 'select');
    case 'agencies':
      return severalChoices(asked, agencyOptions(profile));
    case 'allOrAgencies':
      return allOrSome(asked, agencyOptions(profile));
    case 'yesNo':
      return {
        specs: [{ kind: 'tick', ...asked.frame }],
        start: { [name]: false },
        read: (values) => tickIn(values, name),
      };
    case 'date':
      return dateQuestion(asked, field.means, profile.today);
    case 'time':
      return written(asked, 'time');
    case 'birthYear':
      return { ...written(asked, 'number'), read: (values) => typedNumber(textIn(values, name), parseBirthYear) };
    case 'number':
      return { ...written(asked, 'number'), read: (values) => typedNumber(textIn(values, name), wholeNumber) };
    case 'text':
    case 'line':
      return written(asked, ask.as === 'line' || field.max <= longestLine ? 'line' : 'story');
    case 'part': {
      const inner = { owner: fieldName, path: `${name}.`, profile };
      const { specs, start, body } = questionsOf(field.fields, ask.inner ?? {}, inner);
      return { specs: specs.map((spec) => onlyWhen(ask.when, spec)), start, read: body };
    }
    case 'list':
      if (ask.each) return oneRowEach(asked, field, ask.each, profile);
      return rowsQuestion(
        asked,
        field,
        questionsOf(field.fields, ask.inner ?? {}, { ...place, owner: fieldName, path: '' }),
      );
    case 'made':
    case 'given':
      return { specs: [], start: {}, read: () => undefined };
  }
}

function frameOf(field: Field, fieldName: string, { owner, path }: Place, ask: Ask): Frame {
  const hint = wordOf(`hint.${owner}.${fieldName}`) ?? wordOf(`hint.${fieldName}`);
  return {
    name: `${path}${fieldName}`,
    label: ask.label ?? wordOf(`field.${owner}.${fieldName}`) ?? labelOf('field', fieldName),
    hint: ask.hint === undefined ? hint : (ask.hint ?? undefined),
    // What is asked under a condition is needed once the condition holds.
    optional: ask.optional ?? (field.nullable === true && ask.when === undefined && ask.none === undefined),
    ...(ask.when === undefined ? {} : { when: ask.when }),
  };
}

function dateQuestion(asked: Asked, means: DayMeaning, today: IsoDate): Question {
  const { from, until } = dayLimits(means, today);
  const question = written(asked, 'date', { min: from, max: until });
  // What was done was done today, unless it is changed.
  return means === 'done' ? { ...question, start: { [asked.frame.name]: today } } : question;
}

function written(
  asked: Asked,
  kind: 'line' | 'story' | 'date' | 'time' | 'number',
  limits: Pick<Ask, 'min' | 'max'> = {},
): Question {
  const { frame, ask } = asked;
  const { min = limits.min, max = limits.max, rows } = ask;
  const words = wordsOf(asked);
  return {
    specs: [{ kind, ...frame, min, max, ...(rows === undefined ? {} : { rows }) }],
    start: { [frame.name]: '' },
    read: (values) => (kind === 'line' ? (words(values)?.trim() ?? null) : words(values)),
  };
}

function rowsQuestion(
  asked: Asked,
  { fields, min }: Extract<Field, { kind: 'list' }>,
  { specs, start, body }: Questions,
): Question {
  const { frame, ask } = asked;
  const [only, more] = specs;
  // Rows that hold nothing but an agency are ticked in one go.
  if (only?.kind === 'choice' && more === undefined && fields[only.name]?.kind === 'agency') {
    return {
      ...severalChoices(asked, only.options),
      read: (values) => choicesIn(values, frame.name).map((code) => body({ [only.name]: code })),
    };
  }
  const least = ask.least ?? min;
  return {
    specs: [{ kind: 'rows', ...frame, fields: specs, rowName: labelOf('row', frame.name), blank: start, least }],
    start: { [frame.name]: Array.from({ length: least }, () => start) },
    read: (values) => rowsIn(values, frame.name).map(body),
  };
}

/** The same questions about each of the record's own that the page names; who that is stands in the row's id. */
function oneRowEach(
  { frame, ask }: Asked,
  { fields }: Extract<Field, { kind: 'list' }>,
  each: NonNullable<Ask['each']>,
  profile: ProfileView,
): Question {
  const named = Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'ref' ? [name] : []));
  const rows = each.map(({ id, label }, index) => {
    const known = Object.fromEntries(named.map((name) => [name, id]));
    const place = { owner: frame.name, path: `${frame.name}.${index}.`, profile };
    const { specs, ...row } = questionsOf(fields, { ...ask.inner, known }, place);
    return {
      ...row,
      specs: specs.map((spec) =>
        onlyWhen(frame.when, { ...spec, label: t('form.ofOne', { of: label, what: spec.label }) }),
      ),
    };
  });
  return {
    specs: rows.flatMap(({ specs }) => specs),
    start: Object.fromEntries(rows.flatMap(({ start }) => Object.entries(start))),
    read: (values) => rows.map(({ body }) => body(values)),
  };
}

/** What is sent of a field that is not asked. */
function unasked({ kind, nullable }: Field, ask: Ask): unknown {
  if ('otherwise' in ask) return ask.otherwise;
  if (nullable) return null;
  if (kind === 'allOrAgencies') return 'all';
  if (kind === 'yesNo') return false;
  return ['codes', 'refs', 'agencies', 'list'].includes(kind) ? [] : '';
}

const optionOf = ({
  code,
  name,
}: {
  readonly code: string;
  readonly name: string;
}): {
  readonly value: string;
  readonly label: string;
} => ({ value: code, label: name });

/** `null` for an empty field; what is not understood is sent as it was typed: the server says so at the field. */
const typedNumber = (typed: string, parse: (text: string) => number | undefined): number | string | null =>
  typed.trim() === '' ? null : (parse(typed) ?? typed);

function wholeNumber(typed: string): number | undefined {
  const value = Number(typed.normalize('NFKC').trim());
  return Number.isInteger(value) ? value : undefined;
}
