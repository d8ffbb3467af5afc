import { describe, expect, it } from '@jest/globals';
import { noticeKinds } from '#libs/domain';
import { composeMail, composeWords } from './compose-mail.ts';
import type { Letter, SittingFacts } from './letter.ts';
import type { Mail } from './mail.ts';
import { makeInvitation, makeLetter, office } from './testing/make-letter.ts';

const planted = [
  '見本 千代',
  'みほん ちよ',
  '大字みほん 12',
  '物忘れ',
  'R8-001',
  '8050世帯の支援',
  '水道料金の滞納',
  '民生委員から',
];

/** The letter as a careless caller might hand it in: with all he had at hand. */
const overfull = (letter: Letter): Letter => {
  const [personName, kana, address, issue, caseNumber, caseTitle, reason, reporter] = planted;
  const forbidden = {
    personName,
    kana,
    address,
    issue,
    caseNumber,
    caseTitle,
    reason,
    reporter,
    persons: [{ name: personName }],
  };
  const inside =
    'sitting' in letter ? { sitting: { ...letter.sitting, ...forbidden } } : { owed: { ...letter.owed, ...forbidden } };
  return {
    ...letter,
    ...forbidden,
    ...inside,
    to: { ...letter.to, ...forbidden },
    office: { ...letter.office, ...forbidden },
  } as Letter;
};

/** All that leaves, unfolded as a mail program reads it. */
const outgoing = (letter: Letter): string => {
  const mail = composeMail(letter, 'ja');
  const calendar = mail.calendar?.content.replace(/\r\n[ \t]/gu, '') ?? '';
  return [mail.subject, mail.text, mail.html, mail.messageId, calendar, ...Object.entries(mail.headers).flat()].join(
    '\n',
  );
};

describe('composeMail', () => {
  it.each(noticeKinds)(
    '[R62] lets nothing but its facts into the mail of %s, whatever else the caller had at hand',
    (kind) => {
      const letter = makeLetter(kind);
      const words = outgoing(overfull(letter));
      expect(planted.filter((word) => words.includes(word))).toEqual([]);
      expect(words).toBe(outgoing(letter));
    },
  );

  it('[R62] has no field for a person or a reason: the compiler refuses them', () => {
    const { sitting } = makeInvitation();
    // @ts-expect-error a letter cannot name a person
    const person: Letter = { ...makeInvitation(), personName: '見本 千代' };
    // @ts-expect-error nor can what is told of a sitting
    const item: SittingFacts = { ...sitting, caseNumber: 'R8-001' };
    // @ts-expect-error nor can it give a reason
    const reason: Letter = { ...makeInvitation({ kind: 'invitation-cancelled' }), reason: '入院のため' };
    // @ts-expect-error a mail has no second recipient
    const copied: Mail = { ...composeMail(makeInvitation(), 'ja'), cc: 'someone@example.jp' };
    expect([person, item, reason, copied]).toHaveLength(4);
  });

  it.each(noticeKinds)(
    'says the same in text and HTML for %s, with a link and without empty lines left over',
    (kind) => {
      const mail = composeMail(makeLetter(kind), 'ja');
      const htmlWords = mail.html.replace(/<[^>]+>/gu, '\n').replace(/\s+/gu, '');
      for (const line of mail.text.split('\n').filter((text) => text !== '' && !text.startsWith('―'))) {
        expect(htmlWords).toContain(line.replace(/\s+/gu, ''));
      }
      expect(mail.text).toContain('https://tsunagi.example.jp/o/r/dG9rZW4');
      expect(mail.text).not.toMatch(/\n{3,}|[{}]/u);
      expect(mail.subject).not.toMatch(/\n/u);
    },
  );

  it('names no ground where the meeting is not the statute\u2019s', () => {
    const letter = makeInvitation();
    const { text } = composeMail({ ...letter, sitting: { ...letter.sitting, statute: false } }, 'ja');
    expect(text).not.toContain('106条');
    expect(text).not.toContain('守秘義務');
  });

  it('[R30] tells date, place and reply date of an invitation with era and weekday', () => {
    const { subject, text } = composeMail(makeInvitation(), 'ja');
    expect(subject).toBe('令和8年度第3回支援会議の開催について(通知)');
    expect(text).toContain('この会議は社会福祉法第106条の6に基づく支援会議です。出席される方には守秘義務があります。');
    expect(text).toContain(
      '日時 令和8年12月3日(木) 13:30から15:00まで\n場所 役場 2階 第1会議室\n回答期限 令和8年11月26日(木)',
    );
  });

  it('speaks to a 課 of the municipality as 貴課, to everybody else as 貴機関', () => {
    const kinds = ['escalation', 'role-told'] as const;
    const all = (addressedAs: 'section' | 'body'): string =>
      [makeInvitation({ addressedAs }), ...kinds.map((kind) => ({ ...makeLetter(kind), addressedAs }))]
        .map((letter) => composeMail(letter, 'ja'))
        .map(({ subject, text }) => `${subject}\n${text}`)
        .join('\n');
    expect(all('body')).not.toContain('貴課');
    expect(all('section')).not.toContain('機関');
    expect(all('section')).toContain('このリンクは貴課専用です。課内のご担当者へお回しください。');
    expect(all('section')).toContain('貴課の役割分担');
    expect(all('section').match(/貴課/gu)).toHaveLength(all('body').match(/貴機関/gu)?.length ?? 0);
  });

  it('leaves out what is not known: no reply date, no telephone', () => {
    const { text } = composeMail(makeInvitation({ replyDueOn: null, office: { ...office, phone: null } }), 'ja');
    expect(text).not.toContain('回答期限');
    expect(text).not.toContain('電話 ');
  });

  it('bears the same Message-ID at each attempt and another for each notice', () => {
    const first = composeMail(makeInvitation(), 'ja').messageId;
    expect(composeMail(makeInvitation(), 'ja').messageId).toBe(first);
    expect(composeMail(makeInvitation({ noticeKey: 'mihon/x/invitation/2' }), 'ja').messageId).not.toBe(first);
    expect(first).toMatch(/^<[0-9a-f]{40}@example\.jp>$/u);
  });

  it('writes what people typed as text, not as HTML', () => {
    const letter = makeInvitation();
    const { html } = composeMail({ ...letter, sitting: { ...letter.sitting, place: '<b>2階</b> & 別館' } }, 'ja');
    expect(html).toContain('場所 &lt;b&gt;2階&lt;/b&gt; &amp; 別館');
  });

  it('puts what was typed before such text was refused on one line, without what cannot be seen', () => {
    const letter = makeInvitation();
    const halfOfCharacter = String.fromCharCode(0xd800);
    const place = `2階\r\nBcc: someone@example.jp\u0007\u202E室${halfOfCharacter}\u{E0041}`;
    const mail = composeMail({ ...letter, sitting: { ...letter.sitting, place, bodyName: '支援\n会議' } }, 'ja');
    expect(mail.subject).toContain('第3回支援 会議の開催');
    expect(mail.text).toContain('場所 2階 Bcc: someone@example.jp 室\uFFFD');
    // eslint-disable-next-line no-control-regex -- that there is none is what is looked for
    expect(mail.calendar!.content.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001F\u007F\u202A-\u202E]/u);
    expect(mail.calendar!.content.replaceAll('\r\n ', '')).toContain('LOCATION:2階 Bcc: someone@example.jp 室\uFFFD');
  });

  it('shows the words of a letter before there is anybody to send it to', () => {
    const nobody = { name: '(各機関の長)', email: '' };
    const { subject, text } = composeWords(makeInvitation({ to: nobody }), 'ja');
    expect(subject).toBe(composeMail(makeInvitation(), 'ja').subject);
    expect(text).toContain('(各機関の長) 様');
    expect(() => composeMail(makeInvitation({ to: nobody }), 'ja')).toThrow();
  });

  it('keeps words off that are not used on screen', () => {
    const all = noticeKinds.map((kind) => outgoing(makeLetter(kind))).join('\n');
    for (const word of ['督促', 'エスカレーション', 'ケース会議', '出頭', '必ず出席', '営業日', '案件名'])
      expect(all).not.toContain(word);
  });
});
