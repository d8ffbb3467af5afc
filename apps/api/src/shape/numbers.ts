import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { earliestBirthYear, parseBirthYear } from '#libs/calendar';
import { Transform } from 'class-transformer';
import { field, says, type Presence } from './field.ts';

/** A whole number within limits, both included. */
export const WholeNumber = ({
  min,
  max,
  ...presence
}: Presence & { readonly min: number; readonly max: number }): PropertyDecorator =>
  field(
    { type: 'integer', minimum: min, maximum: max },
    [
      IsInt(says('shape.number', '整数を入れてください。')),
      Min(min, says('shape.number-small', `${min}以上にしてください。`)),
      Max(max, says('shape.number-large', `${max}以下にしてください。`)),
    ],
    presence,
  );

const birthYearSaid = says('shape.birth-year', '生年は「昭和19」や「1944」のように入れてください。');

/** The year in which somebody was born, as a number or as it is written in the office ('昭和19', 'S19', '1944/5/1'); whether it lies ahead the rule says. */
export const BirthYear = (presence: Presence = {}): PropertyDecorator =>
  field(
    {
      description: "A year, or as it is written: '昭和19', 'S19', '1944年', '1944/5/1'",
      oneOf: [
        { type: 'integer', minimum: earliestBirthYear, maximum: 2_200 },
        { type: 'string', minLength: 2 },
      ],
    },
    [
      Transform(({ value }: { value: unknown }) =>
        typeof value === 'string' ? (parseBirthYear(value) ?? value) : value,
      ),
      IsInt(birthYearSaid),
      Min(earliestBirthYear, birthYearSaid),
      Max(2_200, birthYearSaid),
    ],
    presence,
  );

export const YesNo = (presence: Presence = {}): PropertyDecorator =>
  field({ type: Boolean }, [IsBoolean(says('shape.yes-no', 'はい・いいえのどちらかを選んでください。'))], presence);
