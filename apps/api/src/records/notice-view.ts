import type { DecidedNotice } from '#libs/persistence';

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

/** Oldest first. */
export const noticeViews = (notices: readonly DecidedNotice[]): readonly NoticeView[] =>
  notices.map(
    ({ key, kind, recipientAgency, recipientTo, invitationId, sequence, state, createdAtMs, sentAtMs, attempts }) => ({
      key,
      kind,
      recipient: { agency: recipientAgency, to: recipientTo },
      invitationId,
      sequence,
      state,
      at: instant(sentAtMs ?? createdAtMs),
      sentAt: sentAtMs === null ? null : instant(sentAtMs),
      attempts,
    }),
  );

const instant = (ms: number): string => new Date(ms).toISOString();
