/** Something begun and not sent, as a list shows it. */
export interface DraftLine {
  /** Which form: ids and codes, joined by dots. */
  readonly place: string;
  readonly title: string;
  /** Epoch ms. */
  readonly savedAtMs: number;
}

/** The viewer's own, newest first. */
export interface DraftList {
  readonly items: readonly DraftLine[];
}

/** What one form holds that was not sent. */
export interface DraftView {
  /** JSON as the form wrote it; `null`: there is none. */
  readonly content: string | null;
  readonly savedAtMs: number | null;
}

export interface SavedDraft {
  readonly savedAtMs: number;
}
