import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateIf, type ValidationOptions } from 'class-validator';

/** May the field be `null`? It must be there all the same: what is left out by mistake is not "none". */
export interface Presence {
  readonly nullable?: boolean;
  /** May it be left out? Only where it came to a command later: a body of before is still taken. */
  readonly omissible?: boolean;
}

/** What a check says when it fails: the code of the problem and a Japanese sentence for the one who filled the field in. */
export const says = (code: string, message: string, each = false): ValidationOptions => ({
  message,
  context: { code },
  each,
});

/** Nothing is checked of what is `null`, and may be, or was left out, and may be. */
export const unlessNone = ({ nullable = false, omissible = false }: Presence): readonly PropertyDecorator[] =>
  nullable ? [ValidateIf((_dto, value) => value !== null && !(omissible && value === undefined))] : [];

/** One property of a DTO: how it is checked and how it is described, in one decorator (docs/decisions/0005). */
export function field(
  description: ApiPropertyOptions,
  checks: readonly PropertyDecorator[],
  { nullable = false, omissible = false }: Presence = {},
): PropertyDecorator {
  // Shapes name their type themselves; what the compiler would emit for unions is `Object`.
  const described = {
    ...description,
    required: !omissible,
    ...(nullable ? { nullable: true } : {}),
  } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(described), ...unlessNone({ nullable, omissible }), ...checks);
}
