import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, ValidateBy, ValidateNested } from 'class-validator';
import { field, says, unlessNone, type Presence } from './field.ts';
import { listChecks, type Counted } from './ids.ts';

type Dto = new () => object;

const nestedSaid = says('shape.part', '中の形が正しくありません。');

/** An object with fields of its own. */
export const Part = (dto: Dto, { nullable = false, omissible = false }: Presence = {}): PropertyDecorator =>
  applyDecorators(
    ApiExtraModels(dto),
    ApiProperty({ type: () => dto, required: !omissible, nullable }),
    ...(nullable ? unlessNone({ nullable, omissible }) : [IsDefined(nestedSaid)]),
    IsObject(nestedSaid),
    ValidateNested(nestedSaid),
    Type(() => dto),
  );

/** A list of such objects. */
export const ListOf = (
  dto: Dto,
  { min = 0, max = 100, nullable = false, omissible = false }: Counted = {},
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: () => [dto],
      required: !omissible,
      minItems: min,
      maxItems: max,
      ...(nullable ? { nullable } : {}),
    }),
    ...unlessNone({ nullable, omissible }),
    ...listChecks({ min, max }),
    IsObject({ ...nestedSaid, each: true }),
    ValidateNested({ ...nestedSaid, each: true }),
    Type(() => dto),
  );

/** For each id one code of a closed set, for example an outcome per goal. */
export const CodePerId = (codes: readonly string[], presence: Presence = {}): PropertyDecorator =>
  field(
    { type: 'object', additionalProperties: { type: 'string', enum: [...codes] } },
    [
      ValidateBy(
        { name: 'codePerId', validator: { validate: (value: unknown) => isCodePerId(value, codes) } },
        says('shape.code-per-id', '項目ごとに選択肢から選んでください。'),
      ),
    ],
    presence,
  );

function isCodePerId(value: unknown, codes: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= 100 &&
    entries.every(([id, code]) => /^[0-9a-fA-F-]{36}$/.test(id) && typeof code === 'string' && codes.includes(code))
  );
}

/** Either the word 'all' or a list of codes out of the profile. */
export const AllOrLocalCodes = (presence: Presence = {}): PropertyDecorator =>
  field(
    {
      oneOf: [
        { type: 'string', enum: ['all'] },
        { type: 'array', items: { type: 'string' } },
      ],
    },
    [
      ValidateBy(
        { name: 'allOrCodes', validator: { validate: (value: unknown) => value === 'all' || isCodes(value) } },
        says('shape.all-or-codes', '「すべて」か、機関の一覧を選んでください。'),
      ),
    ],
    presence,
  );

const isCodes = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= 100 &&
  value.every((code) => typeof code === 'string' && /^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(code));
