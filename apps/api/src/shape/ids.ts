import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID, Matches } from 'class-validator';
import { field, says, type Presence } from './field.ts';

/** How many a list holds: `min` (default 0) to `max` (default 100). */
export interface Counted extends Presence {
  readonly min?: number;
  readonly max?: number;
}

const localCode = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;
const uuidSaid = '番号(UUID)の形が正しくありません。';
const localSaid = '記号の形が正しくありません。';

/** The checks of a list: an array of `min` to `max` (default 100) different values. */
export const listChecks = ({ min = 0, max = 100 }: Counted): readonly PropertyDecorator[] => [
  IsArray(says('shape.list', '一覧の形で送ってください。')),
  ...(min > 0 ? [ArrayMinSize(min, says('shape.list-short', `${min}件以上選んでください。`))] : []),
  ArrayMaxSize(max, says('shape.list-long', `${max}件までにしてください。`)),
];

const distinct = ArrayUnique(says('shape.list-twice', '同じものが2回入っています。'));

/** Id of a record, a person, an item …: any version of UUID. */
export const Uuid = (presence: Presence = {}): PropertyDecorator =>
  field({ type: String, format: 'uuid' }, [IsUUID('all', says('shape.uuid', uuidSaid))], presence);

export const UuidList = (counted: Counted = {}): PropertyDecorator =>
  field(
    { type: [String], format: 'uuid', minItems: counted.min ?? 0, maxItems: counted.max ?? 100 },
    [...listChecks(counted), distinct, IsUUID('all', says('shape.uuid', uuidSaid, true))],
    counted,
  );

/** Code out of the municipality's profile (agency, body, 窓口): its shape only, whether it exists the domain says. */
export const LocalCode = (presence: Presence = {}): PropertyDecorator =>
  field(
    { type: String, pattern: localCode.source },
    [Matches(localCode, says('shape.local-code', localSaid))],
    presence,
  );

export const LocalCodeList = (counted: Counted = {}): PropertyDecorator =>
  field(
    { type: [String], minItems: counted.min ?? 0, maxItems: counted.max ?? 100 },
    [...listChecks(counted), distinct, Matches(localCode, says('shape.local-code', localSaid, true))],
    counted,
  );

export { distinct as Distinct };
