/** What a command was answered with: the record's newest event, the versions of its parts, the id of a record that it began. */
export interface CommandAnswer {
  /** @asType integer */
  readonly seq: number;
  /** By the part's name; each raised by whatever changed it. */
  readonly parts: Readonly<Record<string, number>>;
  readonly id?: string;
}
