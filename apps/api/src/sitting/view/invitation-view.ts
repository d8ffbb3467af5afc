import type { Invitation, SittingState } from '#libs/domain';
import type { NoticeView } from '../../records/notice-view.ts';
import type { TextsRead } from '../../records/texts-read.ts';

export interface InvitationView extends Pick<
  Invitation,
  'id' | 'agency' | 'required' | 'reply' | 'via' | 'late' | 'expired' | 'phoned'
> {
  /** ISO instant. */
  readonly repliedAt: string | null;
  /** Of the newest notice about this invitation: `none` before it was called. */
  readonly delivery: { readonly state: string; readonly sentAt: string | null; readonly attempts: number };
  readonly reminders: number;
  /** Who comes instead, for the office. */
  readonly proxyText: string | null;
}

/** 開催通知 and 出欠回答, agency by agency: what went out, how far it got, what was answered. */
export const invitationViews = (
  state: SittingState,
  notices: readonly NoticeView[],
  texts: TextsRead,
): readonly InvitationView[] =>
  state.invitations.map(({ id, agency, required, reply, via, late, expired, phoned, repliedAtMs, proxyText }) => {
    const own = notices.filter(({ invitationId }) => invitationId === id);
    const newest = own.findLast(({ kind }) => kind.startsWith('invitation'));
    return {
      id,
      agency,
      required,
      reply,
      via,
      late,
      expired,
      phoned,
      repliedAt: repliedAtMs === null ? null : new Date(repliedAtMs).toISOString(),
      delivery: { state: newest?.state ?? 'none', sentAt: newest?.sentAt ?? null, attempts: newest?.attempts ?? 0 },
      reminders: own.filter(({ kind }) => kind === 'reply-reminder').length,
      proxyText: texts.of(proxyText),
    };
  });
