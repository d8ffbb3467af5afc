import type { NoticeKind } from '#libs/domain';
import type { InvitationLetter, Letter, Office } from '../letter.ts';

export const office: Office = {
  sectionName: '見本町 保健福祉課',
  phone: '000-0000-0001',
  mailbox: { name: '見本町 保健福祉課', email: 'tsunagi@example.jp' },
};

const addressed = {
  noticeKey: 'mihon/0190b6d0-0000-7000-8000-000000000001/invitation/1',
  to: { name: '地域包括支援センター センター長', email: 'houkatsu-head@example.jp' },
  addressedAs: 'body' as const,
  office,
  link: 'https://tsunagi.example.jp/o/r/dG9rZW4',
};

const sitting = {
  bodyName: '支援会議',
  ordinal: 3,
  statute: true,
  heldOn: '2026-12-03',
  startsAt: '13:30',
  endsAt: '15:00',
  place: '役場 2階 第1会議室',
} as const;

export const makeInvitation = (changes: Partial<InvitationLetter> = {}): InvitationLetter => ({
  ...addressed,
  kind: 'invitation',
  sitting,
  replyDueOn: '2026-11-26',
  invitationId: '0190b6d0-0000-7000-8000-0000000000aa',
  sequence: 0,
  decidedAtMs: Date.UTC(2026, 10, 20, 1, 2, 3),
  ...changes,
});

/** A letter of that kind, with everything that may be said in it. */
export function makeLetter(kind: NoticeKind): Letter {
  switch (kind) {
    case 'invitation':
    case 'invitation-moved':
    case 'invitation-cancelled':
      return makeInvitation({ kind });
    case 'reply-reminder':
    case 'required-absence':
      return { ...addressed, kind, sitting, replyDueOn: '2026-11-26' };
    default:
      return {
        ...addressed,
        kind,
        owed: { kind: 'handoff-answer', dueOn: '2026-11-27' },
        hasAccount: true,
        overseen: false,
      };
  }
}
