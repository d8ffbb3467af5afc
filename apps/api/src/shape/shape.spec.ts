import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../problem/problem.ts';
import type { FieldProblem } from '#libs/views';
import { Code, CodeList } from './codes.ts';
import { DateOnly, TimeOfDay } from './dates.ts';
import { LocalCode, LocalCodeList, Uuid, UuidList } from './ids.ts';
import { AllOrLocalCodes, CodePerId, ListOf, Part } from './nested.ts';
import { WholeNumber, YesNo } from './numbers.ts';
import { shapePipe } from './shape.pipe.ts';
import { Text } from './text.ts';

class InnerDto {
  @Text({ max: 5 })
  readonly text!: string;
}

class SampleDto {
  @Uuid() readonly id!: string;
  @Uuid({ nullable: true }) readonly otherId!: string | null;
  @UuidList({ min: 1, max: 2 }) readonly ids!: string[];
  @LocalCode() readonly agency!: string;
  @LocalCodeList() readonly agencies!: string[];
  @Code(['a', 'b']) readonly code!: 'a' | 'b';
  @CodeList(['a', 'b'], { min: 1 }) readonly codes!: ('a' | 'b')[];
  @DateOnly() readonly on!: string;
  @TimeOfDay() readonly at!: string;
  @WholeNumber({ min: 1, max: 9 }) readonly n!: number;
  @YesNo() readonly yes!: boolean;
  @Text({ max: 10, nullable: true }) readonly noteText!: string | null;
  @Text({ max: 4 }) readonly line!: string;
  @Part(InnerDto, { nullable: true }) readonly inner!: InnerDto | null;
  @ListOf(InnerDto, { min: 1, max: 2 }) readonly list!: InnerDto[];
  @CodePerId(['a', 'b']) readonly perId!: Record<string, 'a' | 'b'>;
  @AllOrLocalCodes() readonly whom!: 'all' | string[];
}

const uuid = '0199c2f0-0000-7000-8000-000000000001';
const other = '0199c2f0-0000-7000-8000-000000000002';
const good = {
  id: uuid,
  otherId: null,
  ids: [uuid],
  agency: 'ken-shakyo',
  agencies: [],
  code: 'a',
  codes: ['a'],
  on: '2028-02-29',
  at: '09:05',
  n: 9,
  yes: false,
  noteText: null,
  line: 'x',
  inner: null,
  list: [{ text: 'あ' }],
  perId: { [uuid]: 'b' },
  whom: 'all',
};

const problemsOf = async (body: object): Promise<readonly FieldProblem[]> => {
  try {
    await shapePipe().transform(body, { type: 'body', metatype: SampleDto });
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.problem).toMatchObject({ status: 400, code: 'shape.fields' });
    return error.problem.errors ?? [];
  }
};

describe('a shape', () => {
  it('lets a good body through as an instance of its class, with its inner parts', async () => {
    const dto: unknown = await shapePipe().transform(
      { ...good, inner: { text: 'い' } },
      { type: 'body', metatype: SampleDto },
    );
    expect(dto).toBeInstanceOf(SampleDto);
    expect((dto as SampleDto).list[0]).toBeInstanceOf(InnerDto);
    expect((dto as SampleDto).inner).toBeInstanceOf(InnerDto);
  });

  it.each<[field: string, value: unknown, code: string, told?: string]>([
    ['id', 'x', 'shape.uuid'],
    ['id', null, 'shape.uuid'],
    ['otherId', 7, 'shape.uuid'],
    ['ids', [], 'shape.list-short'],
    ['ids', [uuid, uuid], 'shape.list-twice'],
    ['ids', [uuid, other, '0199c2f0-0000-7000-8000-000000000003'], 'shape.list-long'],
    ['ids', 'x', 'shape.list'],
    ['agency', "x'; drop table", 'shape.local-code'],
    ['agencies', ['ok', '1no'], 'shape.local-code'],
    ['code', 'c', 'shape.code'],
    ['codes', ['a', 'c'], 'shape.code'],
    ['on', '2026-02-29', 'shape.date'],
    ['on', '2026-2-1', 'shape.date'],
    ['on', 20260201, 'shape.date'],
    ['at', '24:00', 'shape.time'],
    ['n', 10, 'shape.number-large'],
    ['n', 0, 'shape.number-small'],
    ['n', 1.5, 'shape.number'],
    ['n', '5', 'shape.number'],
    ['yes', 'true', 'shape.yes-no'],
    ['noteText', '  \n ', 'shape.text-empty'],
    ['noteText', '\u200B\u3164\u2800', 'shape.text-empty'],
    ['noteText', '\uFE0F\u0301', 'shape.text-empty'],
    ['noteText', 'a\u0000b', 'shape.text-unreadable'],
    ['noteText', 'a\u0085b', 'shape.text-unreadable'],
    ['noteText', 'a\u202Eb', 'shape.text-unreadable'],
    ['noteText', 'a\uD800b', 'shape.text-unreadable'],
    ['noteText', '12345678901', 'shape.text-long'],
    ['noteText', {}, 'shape.text'],
    ['line', '12345', 'shape.text-long'],
    ['inner', 'x', 'shape.part'],
    ['inner', { text: '長すぎる文章' }, 'shape.text-long', 'inner.text'],
    ['list', [{ text: 'あ' }, { text: '' }], 'shape.text-empty', 'list.1.text'],
    ['list', [{ text: 'あ', more: 1 }], 'shape.unknown-field', 'list.0.more'],
    ['list', [[]], 'shape.part'],
    ['list', [null], 'shape.part'],
    ['list', ['x'], 'shape.part'],
    ['perId', { x: 'a' }, 'shape.code-per-id'],
    ['perId', { [uuid]: 'c' }, 'shape.code-per-id'],
    ['whom', 'some', 'shape.all-or-codes'],
    ['whom', ['ok', 3], 'shape.all-or-codes'],
  ])('refuses %s = %j with %s', async (field, value, code, told = field) => {
    const problems = await problemsOf({ ...good, [field]: value });
    expect(problems.map((problem) => [problem.field, problem.code])).toEqual([[told, code]]);
    expect(problems[0]?.detail).toMatch(/[ぁ-ん].*。$/u);
  });

  it('misses what was left out, also when it may be null', async () => {
    const { noteText: _left, ...rest } = good;
    expect(await problemsOf(rest)).toEqual([
      { field: 'noteText', code: 'shape.missing', detail: 'この項目が入っていません。' },
    ]);
  });

  it('refuses what it does not know', async () => {
    expect(await problemsOf({ ...good, municipality: 'other' })).toMatchObject([
      { field: 'municipality', code: 'shape.unknown-field' },
    ]);
  });

  it('says in the same line how the field is described', () => {
    const described = (property: string): unknown =>
      Reflect.getMetadata('swagger/apiModelProperties', SampleDto.prototype, property);
    expect(described('otherId')).toMatchObject({ type: String, format: 'uuid', nullable: true, required: true });
    expect(described('codes')).toMatchObject({ isArray: true, items: { type: 'string', enum: ['a', 'b'] } });
    expect(described('n')).toMatchObject({ type: 'integer', minimum: 1, maximum: 9 });
  });
});
