import type { Entered } from '#libs/domain';
import type { Colleague, EnteredView } from '#libs/views';
import { nameOf } from './people.ts';

/** Who entered an answer for its agency, by name. */
export const enteredView = (entered: Entered | null | undefined, people: readonly Colleague[]): EnteredView | null =>
  entered ? { name: nameOf(people, entered.by), heard: entered.heard } : null;
