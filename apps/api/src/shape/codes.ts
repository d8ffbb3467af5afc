import { IsIn } from 'class-validator';
import { field, says, type Presence } from './field.ts';
import { Distinct, listChecks, type Counted } from './ids.ts';

const said = '選択肢にない値です。';

/** One of a closed set, given as the domain's own array so that both can not differ. */
export const Code = (codes: readonly string[], presence: Presence = {}): PropertyDecorator =>
  field({ type: String, enum: [...codes] }, [IsIn(codes, says('shape.code', said))], presence);

/** Several different ones of a closed set. */
export const CodeList = (codes: readonly string[], counted: Counted = {}): PropertyDecorator =>
  field(
    { type: String, enum: [...codes], isArray: true, minItems: counted.min ?? 0 },
    [...listChecks(counted), Distinct, IsIn(codes, says('shape.code', said, true))],
    counted,
  );
