import { IsString, Matches, MaxLength } from 'class-validator';
import 'reflect-metadata';
import { field, says, type Presence } from './field.ts';

const slotKey = Symbol('tsunagi:slot');
// Something must be there, and a NUL character is no text.
const written = /^(?=[\s\S]*\S)[^\0]*$/;

export interface TextShape extends Presence {
  /** What kind of text it is, as the revision remembers it: 'story', 'person-name' … */
  readonly slot: string;
  /** Longest, in UTF-16 units. */
  readonly max: number;
}

/**
 * What is written about people. It never becomes part of a command: the controller puts it into a revision of its own
 * and gives the domain the id (design.md 1, sentence 7).
 */
export function Text({ slot, max, nullable = false }: TextShape): PropertyDecorator {
  const checked = field({ type: String, minLength: 1, maxLength: max }, textChecks(max), { nullable });
  return (target, property) => {
    Reflect.defineMetadata(slotKey, slot, target, property);
    checked(target, property);
  };
}

/** A short line that names no person (document number). It does become part of the command. */
export const Line = ({ max }: { readonly max: number }): PropertyDecorator =>
  field({ type: String, minLength: 1, maxLength: max }, textChecks(max));

/** The slot of a text field. @throws when the property is no `@Text`: a programmer's mistake. */
export function slotOf(dto: object, property: string): string {
  const slot: unknown = Reflect.getMetadata(slotKey, dto, property);
  if (typeof slot !== 'string') throw new Error(`${dto.constructor.name}.${property} is no @Text`);
  return slot;
}

const textChecks = (max: number): readonly PropertyDecorator[] => [
  IsString(says('shape.text', '文字で入れてください。')),
  Matches(written, says('shape.text-empty', '何か入れてください。')),
  MaxLength(max, says('shape.text-long', `${max}文字までにしてください。`)),
];
