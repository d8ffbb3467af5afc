import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { earliestBirthYear } from '#libs/calendar';
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

/** The year in which somebody was born; whether it lies ahead the rule says. */
export const BirthYear = (presence: Presence = {}): PropertyDecorator =>
  field(
    { type: 'integer', minimum: earliestBirthYear, maximum: 2_200 },
    [IsInt(birthYearSaid), Min(earliestBirthYear, birthYearSaid), Max(2_200, birthYearSaid)],
    presence,
  );

export const YesNo = (presence: Presence = {}): PropertyDecorator =>
  field({ type: Boolean }, [IsBoolean(says('shape.yes-no', 'はい・いいえのどちらかを選んでください。'))], presence);
