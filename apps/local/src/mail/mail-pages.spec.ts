import { describe, expect, it } from '@jest/globals';
import type { CaughtMail } from './caught-mail.ts';
import { listPage, mailPage, withLinks } from './mail-pages.ts';

const hostile = '"><script>alert(1)</script>';
const mail: CaughtMail = {
  from: hostile,
  to: hostile,
  subject: hostile,
  messageId: hostile,
  text: hostile,
  html: hostile,
  parts: [{ name: hostile, mediaType: 'text/calendar', content: Buffer.from(hostile) }],
};
const id = '20261120T093000123Z-0a0b0c0d';

describe('the pages of the mail catcher', () => {
  it('show nothing of a mail as HTML of their own', () => {
    expect(mailPage(id, mail)).not.toContain('<script');
    expect(listPage([{ id, mail }], 1)).not.toContain('<script');
  });

  it('show the HTML of a mail in a frame that may do nothing', () => {
    expect(mailPage(id, mail)).toContain(`<iframe sandbox="" title="HTML の本文" src="/mails/${id}/html">`);
  });

  it('show when a mail came in by the clock in Japan', () => {
    expect(mailPage(id, mail)).toContain('18:30:00');
  });

  it('make a link of an address in the text and keep what stands around it', () => {
    expect(withLinks('返事: http://localhost:3000/o/abc?x=1&y=2 です')).toBe(
      '返事: <a href="http://localhost:3000/o/abc?x=1&amp;y=2" rel="noreferrer">http://localhost:3000/o/abc?x=1&amp;y=2</a> です',
    );
    expect(withLinks('(http://localhost:3000/o/abc)')).toContain('>http://localhost:3000/o/abc</a>)');
    expect(withLinks('javascript:alert(1)')).toBe('javascript:alert(1)');
  });
});
