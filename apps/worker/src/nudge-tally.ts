/** What this process did about nudges since it was last asked: half of its sign of life. */
export class NudgeTally {
  #sent = false;
  #handled = false;

  /** A workflow was told to look. */
  sent(): void {
    this.#sent = true;
  }

  /** A workflow that runs here has looked because it was told to. */
  handled(): void {
    this.#handled = true;
  }

  /** Since the last time; begins anew. */
  take(): { readonly nudged: boolean; readonly handled: boolean } {
    const told = { nudged: this.#sent, handled: this.#handled };
    this.#sent = false;
    this.#handled = false;
    return told;
  }
}
