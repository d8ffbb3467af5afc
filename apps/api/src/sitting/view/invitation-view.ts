import type { SittingState } from '#libs/domain';
import type { Colleague, InvitationView, NoticeView } from '#libs/views';
import { enteredView } from '../../records/entered-view.ts';
import type { TextsRead } from '../../records/texts-read.ts';

/** 開催通知 and 出欠回答, agency by agency: what went out, how far it got, what was answered. */
export const invitationViews = (
  invitations: SittingState['invitations'],
  notices: readonly NoticeView[],
  texts: TextsRead,
  /** Who may have entered a reply; empty where that is not for the viewer. */
  people: readonly Colleague[] | null,
): readonly InvitationView[] =>
  invitations.map(({ id, agency, required, reply, via, late, expired, phoned, repliedAtMs, proxyText, entered }) => {
    const own = notices.filter(({ invitationId }) => invitationId === id);
    // newest first
    const newest = own.find(({ kind }) => kind.startsWith('invitation'));
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
      entered: people && enteredView(entered, people),
      proxyText: texts.of(proxyText),
    };
  });
