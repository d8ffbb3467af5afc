import { IsString, MaxLength, ValidateBy } from 'class-validator';
import { field, says, type Presence } from './field.ts';

/** Controls but tab and line break, marks that turn the direction of reading, halves of a character: nobody types them. */
const unreadable = /[\p{Cs}\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]|(?![\t\n\r])\p{Cc}/u;
/** Blanks, joiners, fillers, marks that stand on nothing: all that is not seen by itself. */
const unseen = /[\s\p{Cf}\p{Mn}\p{Zs}\u115F\u1160\u2800\u3164\uFFA0]/gu;
const lineBreak = /[\n\r\u2028\u2029]/u;

export interface TextShape extends Presence {
  /** Longest, in UTF-16 units. */
  readonly max: number;
  /** A name, a number: without a line break. */
  readonly oneLine?: boolean;
}

const must = (name: string, holds: (text: string) => boolean, ...said: Parameters<typeof says>): PropertyDecorator =>
  ValidateBy(
    { name, validator: { validate: (value: unknown) => typeof value !== 'string' || holds(value) } },
    says(...said),
  );

/** Something written, long or short. Whether it stands in the command or in a revision of its own, the command's unit says. */
export const Text = ({ max, oneLine = false, ...presence }: TextShape): PropertyDecorator =>
  field(
    { type: String, minLength: 1, maxLength: max },
    [
      IsString(says('shape.text', '文字で入れてください。')),
      must('seen', (text) => text.replaceAll(unseen, '') !== '', 'shape.text-empty', '何か入れてください。'),
      must(
        'readable',
        (text) => !unreadable.test(text),
        'shape.text-unreadable',
        '使えない文字(制御文字など)が入っています。',
      ),
      ...(oneLine
        ? [must('oneLine', (text) => !lineBreak.test(text), 'shape.text-line', '改行は入れられません。')]
        : []),
      MaxLength(max, says('shape.text-long', `${max}文字までにしてください。`)),
    ],
    presence,
  );
