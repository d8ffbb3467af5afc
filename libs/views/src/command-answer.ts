/** What a command was answered with: the record's newest event, the versions of its parts, the id of a record that it began. */
export interface CommandAnswer {
  /** @asType integer */
  readonly seq: number;
  /** Of the parts that the command changed, by name: the versions they have now. */
  readonly parts: Readonly<Record<string, number>>;
  readonly id?: string;
}
