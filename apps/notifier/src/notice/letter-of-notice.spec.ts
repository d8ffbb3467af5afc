import { describe, expect, it } from '@jest/globals';
import { composeMail, type Letter } from '#libs/notification';
import type { DueNotice, NoticeState } from './due-notice.ts';
import { letterOfNotice, type LetterSurroundings } from './letter-of-notice.ts';

const surroundings: LetterSurroundings = {
  to: { name: '地域包括支援センター長', email: 'houkatsu-cho@example.jp' },
  addressedAs: 'body',
  office: {
    sectionName: '見本町 保健福祉課',
    phone: null,
    mailbox: { name: '見本町 保健福祉課', email: 'jimukyoku@example.jp' },
  },
  bodyName: '支援会議',
  publicUrl: 'https://tsunagi.example.jp',
  replyToken: (invitationId) => `token-of-${invitationId}`,
};

const makeNotice = (changes: Partial<DueNotice>, earlier: readonly NoticeState[] = []): DueNotice => ({
  municipality: 'mihon',
  id: 'n',
  recordId: 'r',
  recordKind: 'sitting',
  recordOpen: true,
  key: 'sitting-moved/7/0',
  kind: 'invitation',
  recipient: { agency: 'houkatsu', to: 'head' },
  state: 'queued',
  createdAtMs: 0,
  nowMs: 0,
  attempts: 0,
  asks: null,
  hasAccount: true,
  owed: null,
  invitation: { id: 'i', sequence: 1, answered: false, earlier },
  sitting: {
    body: 'supportMeeting',
    ordinal: 3,
    statute: true,
    stage: 'called',
    heldOn: '2026-12-03',
    startsAt: '13:30',
    endsAt: '15:00',
    sequence: 1,
    replyDueOn: '2026-11-26',
    place: '第1会議室',
  },
  ...changes,
});

const letterOf = (changes: Partial<DueNotice>, earlier: readonly NoticeState[] = []): Letter =>
  letterOfNotice(makeNotice(changes, earlier), surroundings);

describe('letterOfNotice', () => {
  it('invites whoever never heard of the first date, instead of telling of a change', () => {
    expect(letterOf({ kind: 'invitation-moved' }, ['sent']).kind).toBe('invitation-moved');
    expect(letterOf({ kind: 'invitation-moved' }, ['superseded']).kind).toBe('invitation');
  });

  it('leads invited agencies to their own reply and everybody else behind the sign-in', () => {
    expect(letterOf({ kind: 'reply-reminder' }).link).toBe('https://tsunagi.example.jp/o/r/token-of-i');
    expect(letterOf({ kind: 'required-absence' }).link).toBe('https://tsunagi.example.jp/sittings/r');
    expect(letterOf({ kind: 'handoff-sent', recordKind: 'support-case', sitting: null, invitation: null }).link).toBe(
      'https://tsunagi.example.jp/cases/r',
    );
  });

  it('leads an agency that was released to no case: it opens none there any more', () => {
    const released = { kind: 'agency-released', recordKind: 'support-case', sitting: null, invitation: null } as const;
    expect(letterOf(released).link).toBe('https://tsunagi.example.jp');
    expect(composeMail(letterOf(released), 'ja').text).not.toContain('/cases/');
  });

  it('keeps the Message-ID of a notice and gives another municipality, record or notice another one', () => {
    const idOf = (changes: Partial<DueNotice>): string => composeMail(letterOf(changes), 'ja').messageId;
    const ids = [
      idOf({}),
      idOf({ municipality: 'kakuu' }),
      idOf({ recordId: 'r2' }),
      idOf({ key: 'sitting-moved/8/0' }),
    ];
    expect(new Set(ids).size).toBe(4);
    expect(idOf({ state: 'queued', createdAtMs: 5 })).toBe(ids[0]);
  });

  it('refuses rows that contradict each other', () => {
    expect(() => letterOf({ kind: 'invitation', invitation: null })).toThrow('no invitation');
    expect(() => letterOf({ kind: 'invitation', sitting: null })).toThrow('no sitting');
  });
});
