import { IsString, Matches, MaxLength } from 'class-validator';
import { field, says, type Presence } from './field.ts';

// Something must be there, and a NUL character is no text.
const written = /^(?=[\s\S]*\S)[^\0]*$/;

export interface TextShape extends Presence {
  /** Longest, in UTF-16 units. */
  readonly max: number;
}

/** Something written, long or short. Whether it stands in the command or in a revision of its own, the command's unit says. */
export const Text = ({ max, nullable = false }: TextShape): PropertyDecorator =>
  field(
    { type: String, minLength: 1, maxLength: max },
    [
      IsString(says('shape.text', '文字で入れてください。')),
      Matches(written, says('shape.text-empty', '何か入れてください。')),
      MaxLength(max, says('shape.text-long', `${max}文字までにしてください。`)),
    ],
    { nullable },
  );
