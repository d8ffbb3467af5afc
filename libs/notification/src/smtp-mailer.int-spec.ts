import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { noticeKinds } from '#libs/domain';
import { composeMail } from './compose-mail.ts';
import { SmtpMailer } from './smtp-mailer.ts';
import { startMailCatcher, type MailCatcher } from './testing/mail-catcher.ts';
import { makeInvitation, makeLetter } from './testing/make-letter.ts';

/** Real: an SMTP server on this machine, nodemailer's pool, a mail parser. */
describe('SmtpMailer', () => {
  let catcher: MailCatcher;
  let mailer: SmtpMailer;

  beforeEach(async () => {
    catcher = await startMailCatcher();
    mailer = new SmtpMailer({ smtpUrl: catcher.url });
  });

  afterEach(async () => {
    mailer.close();
    await catcher.close();
  });

  it.each(noticeKinds)(
    '[R63] delivers %s to exactly one recipient, with the office as sender and for replies',
    async (kind) => {
      const mail = composeMail(makeLetter(kind), 'ja');
      expect(await mailer.send(mail)).toEqual({ outcome: 'accepted', code: '250' });
      expect(catcher.caught).toHaveLength(1);
      const [{ recipients, mail: parsed }] = catcher.caught as [MailCatcher['caught'][number]];
      expect(recipients).toEqual(['houkatsu-head@example.jp']);
      expect(parsed.to).toMatchObject({
        value: [{ address: 'houkatsu-head@example.jp', name: '地域包括支援センター センター長' }],
      });
      expect([parsed.cc, parsed.bcc]).toEqual([undefined, undefined]);
      expect(parsed.from?.value).toMatchObject([{ address: 'tsunagi@example.jp' }]);
      expect(parsed.replyTo?.value).toMatchObject([{ address: 'tsunagi@example.jp' }]);
      expect(parsed.subject).toBe(mail.subject);
      expect(parsed.text?.trim()).toBe(mail.text.trim());
      expect(parsed.html).toContain(mail.html.trim().slice(-200));
      expect(parsed.messageId).toBe(mail.messageId);
      expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
      expect(parsed.headers.has('x-mailer')).toBe(false);
    },
  );

  it('[R62] attaches the calendar entry under a name that says nothing, and it can be read back', async () => {
    const mail = composeMail(makeInvitation(), 'ja');
    await mailer.send(mail);
    const calendars = catcher.caught[0]!.mail.attachments.filter(({ filename }) => filename === 'invite.ics');
    expect(calendars.length).toBeGreaterThan(0);
    for (const { content } of calendars) {
      expect(content.toString()).toBe(mail.calendar!.content);
      const event = new ICAL.Component(ICAL.parse(content.toString()) as unknown[]).getFirstSubcomponent('vevent')!;
      expect(event.getFirstPropertyValue('summary')).toBe('支援会議 第3回');
    }
    expect(catcher.caught[0]!.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/iu);
  });

  it.each([
    ['recipient', 550, '5.1.1', 'refused'],
    ['recipient', 550, '5.2.1', 'refused'],
    ['data', 554, '5.1.6', 'refused'],
    ['recipient', 554, '5.7.1', 'not-taken'],
    ['recipient', 550, '5.1.8', 'not-taken'],
    ['recipient', 550, '', 'not-taken'],
    ['data', 554, '', 'not-taken'],
    ['sender', 550, '5.1.1', 'not-taken'],
    ['recipient', 450, '4.2.0', 'later'],
    ['data', 451, '', 'later'],
  ] as const)('takes a %s answered by %i %s as %s', async (at, code, enhanced, outcome) => {
    catcher.refuse = () => ({ at, code, enhanced });
    expect(await mailer.send(composeMail(makeInvitation(), 'ja'))).toEqual({
      outcome,
      code: `${code} ${enhanced}`.trim(),
    });
    catcher.refuse = () => undefined;
    expect((await mailer.send(composeMail(makeInvitation(), 'ja'))).outcome).toBe('accepted');
  });

  it('gives up for now when the server falls silent, without sending again by itself', async () => {
    // Long enough for a busy machine to reach the server at all: what is proven is the one try, not the time.
    const hasty = new SmtpMailer({ smtpUrl: catcher.url, deadlineMs: 3_000 });
    catcher.refuse = () => ({ at: 'silent' });
    expect((await hasty.send(composeMail(makeInvitation(), 'ja'))).outcome).toBe('later');
    hasty.close();
    expect(catcher.came()).toBe(1);
  });

  it('does not send again behind our back when the connection ends before the word on the mail', async () => {
    catcher.refuse = () => ({ at: 'hang-up' });
    expect((await mailer.send(composeMail(makeInvitation(), 'ja'))).outcome).toBe('later');
    catcher.refuse = () => undefined;
    await mailer.send(composeMail(makeInvitation(), 'ja'));
    expect(catcher.came()).toBe(2);
  });

  it('says later while there is no server, and sends once it is back', async () => {
    const { port } = catcher;
    await catcher.close();
    const down = await mailer.send(composeMail(makeInvitation(), 'ja'));
    expect(down.outcome).toBe('later');
    expect(down.code).toMatch(/^E/u);
    catcher = await startMailCatcher(port);
    expect((await mailer.send(composeMail(makeInvitation(), 'ja'))).outcome).toBe('accepted');
    expect(catcher.caught).toHaveLength(1);
  });
});
