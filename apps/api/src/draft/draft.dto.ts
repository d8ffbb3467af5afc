import { draftLimits } from '#libs/persistence';
import { IsString, MaxLength } from 'class-validator';
import { field, says } from '../shape/field.ts';

/** What was typed may be anything: it is checked when it is sent. */
const Typed = (max: number): PropertyDecorator =>
  field({ type: String, maxLength: max }, [
    IsString(says('shape.text', '文字で入れてください。')),
    MaxLength(max, says('shape.text-long', '下書きが長すぎて、残せません。')),
  ]);

/** A draft as a form writes it. */
export class DraftDto {
  @Typed(draftLimits.titleLength)
  readonly title!: string;

  @Typed(draftLimits.contentLength)
  readonly content!: string;
}
