import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { Field, Fields } from '#libs/domain';
import { ProblemError } from '../problem/problem.ts';
import { shapePipe } from '../shape/shape.pipe.ts';
import { bodyClassOf, type DescribedCommand } from './body-class.ts';
import { recordAddresses } from './record-addresses.ts';

const units: readonly DescribedCommand[] = Object.values(recordAddresses).flatMap(({ beginnings, commands }) => [
  ...beginnings,
  ...commands,
]);
const uuid = '0199c2f0-0000-7000-8000-000000000001';
const uuidOf = (n: number): string => `0199c2f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const times = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_one, n) => make(n));

type Body = Record<string, unknown>;
/** A value that is not accepted and the code that says why. */
type Wrong = readonly [value: unknown, code: string];
type Kind = Field['kind'];
type Of<K extends Kind> = Extract<Field, { readonly kind: K }>;

const localCodes: readonly Wrong[] = [
  ['no code', 'shape.local-code'],
  [5, 'shape.local-code'],
];
const written = ({ max }: { readonly max: number }): readonly Wrong[] => [
  [7, 'shape.text'],
  [' \u3000 ', 'shape.text-empty'],
  [max > 200 ? '\u200B\n' : '\u3164', 'shape.text-empty'],
  ['見\u202E本', 'shape.text-unreadable'],
  ['見\uD842', 'shape.text-unreadable'],
  ...(max > 200 ? [] : [['見\n本', 'shape.text-line'] as const]),
  ['x'.repeat(max + 1), 'shape.text-long'],
];

/** For each kind of field something that is accepted and what is not. */
const kinds: {
  readonly [K in Exclude<Kind, 'made' | 'given'>]: (field: Of<K>) => readonly [good: unknown, ...Wrong[]];
} = {
  code: ({ codes }) => [codes[0], ['no-such', 'shape.code'], [1, 'shape.code']],
  codes: ({ codes }) => [
    [codes[0]],
    [codes[0], 'shape.list'],
    [['no-such'], 'shape.code'],
    [[codes[0], codes[0]], 'shape.list-twice'],
  ],
  codePerId: ({ codes }) => [
    { [uuid]: codes[0] },
    [{ x: codes[0] }, 'shape.code-per-id'],
    [{ [uuid]: 'no-such' }, 'shape.code-per-id'],
  ],
  date: () => ['2028-02-29', ['2026-02-29', 'shape.date'], [20_260_201, 'shape.date']],
  time: () => ['09:05', ['24:00', 'shape.time'], [905, 'shape.time']],
  yesNo: () => [false, ['true', 'shape.yes-no'], [0, 'shape.yes-no']],
  number: ({ min, max }) => [
    max,
    [min - 1, 'shape.number-small'],
    [max + 1, 'shape.number-large'],
    [String(min), 'shape.number'],
    [min + 0.5, 'shape.number'],
  ],
  birthYear: () => [1944, [1872, 'shape.birth-year'], ['昭和', 'shape.birth-year'], [1944.5, 'shape.birth-year']],
  ref: () => [uuid, ['x', 'shape.uuid'], [5, 'shape.uuid']],
  refs: ({ min, max }) => [
    times(Math.max(min, 1), uuidOf),
    [uuid, 'shape.list'],
    [['x'], 'shape.uuid'],
    [[uuid, uuid], 'shape.list-twice'],
    [times(max + 1, uuidOf), 'shape.list-long'],
  ],
  agency: () => ['ken-shakyo', ...localCodes],
  body: () => ['shien', ...localCodes],
  basis: () => ['personalInformationAct69-2', ...localCodes],
  point: () => ['houkatsu', ...localCodes],
  agencies: () => [['kikan'], ['kikan', 'shape.list'], [['1no'], 'shape.local-code'], [['a', 'a'], 'shape.list-twice']],
  allOrAgencies: () => ['all', ['some', 'shape.all-or-codes'], [['ok', 3], 'shape.all-or-codes']],
  text: (field) => ['見本', ...written(field)],
  line: (field) => ['第1号', ...written(field)],
  part: ({ fields }) => [goodFields(fields), ['x', 'shape.part']],
  list: ({ fields, max }) => [
    [goodFields(fields)],
    ['x', 'shape.list'],
    [times(max + 1, () => goodFields(fields)), 'shape.list-long'],
  ],
};

const asked = (fields: Fields): readonly (readonly [string, Field])[] =>
  Object.entries(fields).filter(([, { kind }]) => kind !== 'made' && kind !== 'given');
const examplesOf = (field: Field): readonly [unknown, ...Wrong[]] =>
  kinds[field.kind as keyof typeof kinds](field as never);
const goodFields = (fields: Fields): Body =>
  Object.fromEntries(asked(fields).map(([name, field]) => [name, examplesOf(field)[0]]));

const goodBody = ({ fields, part = null }: DescribedCommand): Body => ({
  commandId: uuid,
  ...(part === null ? {} : { partVersion: 0 }),
  ...goodFields(fields),
});

/** Each place in a body, however deep, with the field that stands there. */
function placesIn(fields: Fields, above: readonly string[] = []): readonly (readonly [readonly string[], Field])[] {
  return asked(fields).flatMap(([name, field]) => {
    const path = [...above, name];
    const below = field.kind === 'part' ? path : [...path, '0'];
    return [[path, field] as const, ...('fields' in field ? placesIn(field.fields, below) : [])];
  });
}

/** The body with another value at that place; `undefined` leaves it out. */
function withAt(body: Body, [name = '', ...rest]: readonly string[], value: unknown): Body {
  const put = rest.length === 0 ? value : withAt(body[name] as Body, rest, value);
  if (Array.isArray(body)) return body.map((one: unknown, n) => (String(n) === name ? put : one)) as unknown as Body;
  const { [name]: _before, ...others } = body;
  return put === undefined ? others : { ...others, [name]: put };
}

async function problemsOf(unit: DescribedCommand, body: Body): Promise<readonly string[]> {
  try {
    await shapePipe().transform(body, { type: 'body', metatype: bodyClassOf(unit) });
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return (error.problem.errors ?? []).map(({ field, code }) => `${field}: ${code}`);
  }
}

describe.each(units.map((unit) => [unit.type, unit] as const))('the body of %s', (_type, unit) => {
  const good = goodBody(unit);
  const places = placesIn(unit.fields);

  it('is accepted as it should be, also with null where there may be none', async () => {
    expect(await problemsOf(unit, good)).toEqual([]);
    for (const [path, { nullable }] of places)
      expect((await problemsOf(unit, withAt(good, path, null))).length).toBe(nullable ? 0 : 1);
  });

  it('misses whatever is left out, also what may be null', async () => {
    for (const path of [
      ['commandId'],
      ...(unit.part ? [['partVersion']] : []),
      ...places.flatMap(([place, { omissible }]) => (omissible ? [] : [place])),
    ])
      expect(await problemsOf(unit, withAt(good, path, undefined))).toEqual([`${path.join('.')}: shape.missing`]);
  });

  it('is accepted without what came to it later', async () => {
    for (const [path, { omissible }] of places)
      if (omissible) expect(await problemsOf(unit, withAt(good, path, undefined))).toEqual([]);
  });

  it('is refused with the code of what is wrong, field by field', async () => {
    for (const [path, field] of places)
      for (const [value, code] of examplesOf(field).slice(1) as readonly Wrong[])
        expect(await problemsOf(unit, withAt(good, path, value))).toEqual([`${path.join('.')}: ${code}`]);
  });

  it('takes neither what it does not know nor what the server puts there', async () => {
    const ours = Object.entries(unit.fields).filter(([, { kind }]) => kind === 'made' || kind === 'given');
    for (const name of ['municipality', ...ours.map(([field]) => field)])
      expect(await problemsOf(unit, { ...good, [name]: uuid })).toEqual([`${name}: shape.unknown-field`]);
  });
});

describe('bodies', () => {
  it('name a part after its command, so that two commands may mean different things by one field', () => {
    const names = (type: string): unknown[] =>
      [
        bodyClassOf({
          type,
          fields: { goals: { kind: 'list', fields: { on: { kind: 'date', means: 'done' } }, min: 0, max: 9 } },
        }),
      ].map((body) => {
        const told: unknown = Reflect.getMetadata('swagger/apiModelProperties', body.prototype as object, 'goals');
        return (told as { type: () => [{ name: string }] }).type()[0].name;
      });
    expect([...names('draft-plan'), ...names('redraft-plan')]).toEqual(['DraftPlanGoalsDto', 'RedraftPlanGoalsDto']);
  });
});
