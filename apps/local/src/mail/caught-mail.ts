import { simpleParser, type AddressObject } from 'mailparser';

/** A caught mail as the page shows it. */
export interface CaughtMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** `Message-ID`; '' when it has none. */
  readonly messageId: string;
  readonly text: string;
  /** undefined: the mail has no HTML part. */
  readonly html: string | undefined;
  readonly parts: readonly MailPart[];
}

export interface MailPart {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

function addresses(found: AddressObject | AddressObject[] | undefined): string {
  if (found === undefined) return '';
  return (Array.isArray(found) ? found : [found]).map((one) => one.text).join(', ');
}

/** Reads a mail as it came over SMTP. */
export async function parseMail(raw: Buffer): Promise<CaughtMail> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  return {
    from: addresses(mail.from),
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    html: mail.html === false ? undefined : mail.html,
    parts: mail.attachments.map((part, index) => ({
      name: part.filename ?? `part-${index + 1}`,
      mediaType: part.contentType,
      content: part.content,
    })),
  };
}
