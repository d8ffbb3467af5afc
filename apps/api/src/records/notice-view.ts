/** A word to somebody and how far it got. */
export interface NoticeView {
  readonly key: string;
  readonly kind: string;
  readonly recipient: { readonly agency: string; readonly to: string };
  readonly invitationId: string | null;
  readonly sequence: number | null;
  readonly state: string;
  /** ISO instant: when it went out, otherwise when it was decided. */
  readonly at: string;
  readonly sentAt: string | null;
  readonly attempts: number;
}
