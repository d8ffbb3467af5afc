import type { Int } from './record-view.ts';

/** What a command was answered with: the record's newest event, the versions of its parts, the id of a record that it began. */
export interface CommandAnswer {
  readonly seq: Int;
  /** Of the parts that the command changed, by name: the versions they have now. */
  readonly parts: Readonly<Record<string, Int>>;
  readonly id?: string;
}
