import { longestLine, type Field, type Fields } from '#libs/domain';
import { Code, CodeList } from '../shape/codes.ts';
import { CommandBody, PartBody } from '../shape/command-body.dto.ts';
import { DateOnly, TimeOfDay } from '../shape/dates.ts';
import { LocalCode, LocalCodeList, Uuid, UuidList } from '../shape/ids.ts';
import { AllOrLocalCodes, CodePerId, ListOf, Part } from '../shape/nested.ts';
import { BirthYear, WholeNumber, YesNo } from '../shape/numbers.ts';
import { Text } from '../shape/text.ts';

/** What the edge needs to know of a unit: of any kind of record, beginning or later. */
export interface DescribedCommand {
  readonly type: string;
  readonly fields: Fields;
  /** Which part's version it states; `null` or nothing: none. */
  readonly part?: unknown;
  /** What stands in that part now, in the command's fields. */
  readonly stands?: (state: never, command: never) => object;
}

type BodyClass<T extends object> = new () => T;

/** The class of a command's body: checked and described by the decorators of shape/, as one written by hand would be. */
export const bodyClassOf = ({ type, fields, part = null }: DescribedCommand): BodyClass<CommandBody> =>
  classOf(pascalCase(type), fields, part === null ? CommandBody : PartBody);

/** A part's name begins with its command's: in the description two commands may mean different things by "goals". */
function classOf<T extends object>(name: string, fields: Fields, base: BodyClass<T>): BodyClass<T> {
  const checks = Object.entries(fields).flatMap(([property, field]) => {
    const check = checkOf(`${name}${pascalCase(property)}`, field);
    return check ? [{ property, check }] : [];
  });
  if (checks.length === 0) return base;
  const dto = class extends (base as BodyClass<object>) {};
  Object.defineProperty(dto, 'name', { value: `${name}Dto` });
  for (const { property, check } of checks) {
    // What the compiler writes of a property whose type says nothing: the check says it all.
    Reflect.defineMetadata('design:type', Object, dto.prototype, property);
    check(dto.prototype, property);
  }
  return dto as BodyClass<T>;
}

function checkOf(name: string, field: Field): PropertyDecorator | undefined {
  const presence = { nullable: field.nullable ?? false, omissible: field.omissible ?? false };
  switch (field.kind) {
    case 'code':
      return Code(field.codes, presence);
    case 'codes':
      return CodeList(field.codes, { min: field.min, ...presence });
    case 'codePerId':
      return CodePerId(field.codes, presence);
    case 'date':
      return DateOnly(presence);
    case 'time':
      return TimeOfDay(presence);
    case 'yesNo':
      return YesNo(presence);
    case 'birthYear':
      return BirthYear(presence);
    case 'number':
      return WholeNumber({ min: field.min, max: field.max, ...presence });
    case 'ref':
      return Uuid(presence);
    case 'refs':
      return UuidList({ min: field.min, max: field.max, ...presence });
    case 'agency':
    case 'body':
    case 'point':
    case 'basis':
      return LocalCode(presence);
    case 'agencies':
      return LocalCodeList({ min: field.min, ...presence });
    case 'allOrAgencies':
      return AllOrLocalCodes(presence);
    case 'text':
    case 'line':
      return Text({ max: field.max, oneLine: field.max <= longestLine, ...presence });
    case 'part':
      return Part(classOf(name, field.fields, Object), presence);
    case 'list':
      return ListOf(classOf(name, field.fields, Object), { min: field.min, max: field.max, ...presence });
    case 'made':
    case 'given':
      return undefined;
  }
}

/** `open-case` → `OpenCase`. */
export const pascalCase = (name: string): string =>
  name.replaceAll(/(?:^|-)(\w)/gu, (_all, first: string) => first.toUpperCase());
