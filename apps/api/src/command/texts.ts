import { slotOf } from '../shape/text.ts';
import { newId } from './new-id.ts';

/** A text beside its command, on its way into a revision of its own. */
export interface TakenText {
  readonly id: string;
  readonly slot: string;
  readonly content: string;
}

/** Takes the texts out of a body: the command gets the id, the content goes beside it. */
export class Texts {
  readonly #taken: TakenText[] = [];

  get taken(): readonly TakenText[] {
    return this.#taken;
  }

  /** The id under which the text of that field will be kept; `null` when the field is `null`. @throws when the field is no `@Text`. */
  take<T extends object, K extends keyof T & string>(dto: T, fieldName: K): T[K] & (string | null) {
    const content: unknown = dto[fieldName];
    if (content === null) return null as T[K] & null;
    if (typeof content !== 'string') throw new Error(`${dto.constructor.name}.${fieldName} holds no text`);
    const id = newId();
    this.#taken.push({ id, slot: slotOf(dto, fieldName), content });
    // `string` is what a text field holds, and an id is one.
    return id as T[K] & string;
  }
}
