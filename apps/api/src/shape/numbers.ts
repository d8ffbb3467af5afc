import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { field, says, type Presence } from './field.ts';

/** A whole number within limits, both included. */
export const WholeNumber = ({
  min,
  max,
  nullable = false,
}: Presence & { readonly min: number; readonly max: number }): PropertyDecorator =>
  field(
    { type: 'integer', minimum: min, maximum: max },
    [
      IsInt(says('shape.number', '整数を入れてください。')),
      Min(min, says('shape.number-small', `${min}以上にしてください。`)),
      Max(max, says('shape.number-large', `${max}以下にしてください。`)),
    ],
    { nullable },
  );

export const YesNo = (presence: Presence = {}): PropertyDecorator =>
  field({ type: Boolean }, [IsBoolean(says('shape.yes-no', 'はい・いいえのどちらかを選んでください。'))], presence);
