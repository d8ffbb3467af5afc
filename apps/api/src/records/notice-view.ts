import type { DecidedNotice } from '#libs/persistence';
import type { NoticeView } from '#libs/views';

/** In the order given. */
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
