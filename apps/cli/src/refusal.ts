/** A reason not to do what was asked, for the operator: shown as it is, without a stack, exit code 1. */
export class Refusal extends Error {
  readonly lines: readonly string[];

  constructor(code: string, lines: readonly string[]) {
    super(code);
    this.name = 'Refusal';
    this.lines = lines;
  }
}
