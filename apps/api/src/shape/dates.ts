import { isIsoDate } from '#libs/calendar';
import { Matches, ValidateBy } from 'class-validator';
import { field, says, type Presence } from './field.ts';

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A date that exists, 'YYYY-MM-DD' in Asia/Tokyo. */
export const DateOnly = (presence: Presence = {}): PropertyDecorator =>
  field(
    { type: String, format: 'date', example: '2026-12-01' },
    [
      ValidateBy(
        {
          name: 'dateOnly',
          validator: { validate: (value: unknown) => typeof value === 'string' && isIsoDate(value) },
        },
        says('shape.date', '日付が正しくありません(例: 2026-12-01)。'),
      ),
    ],
    presence,
  );

/** 'HH:mm' in Asia/Tokyo. */
export const TimeOfDay = (presence: Presence = {}): PropertyDecorator =>
  field(
    { type: String, pattern: clock.source, example: '13:30' },
    [Matches(clock, says('shape.time', '時刻が正しくありません(例: 13:30)。'))],
    presence,
  );
