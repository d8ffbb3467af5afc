import { createTransport, type Transporter } from 'nodemailer';
import type { Mail, Mailbox } from './mail.ts';
import type { Mailer, SendResult } from './mailer.ts';

export interface SmtpSettings {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  readonly smtpUrl: string;
  /** Connections kept open. Default 3. */
  readonly maxConnections?: number;
  /** After this time a mail is given up for now; stays below the outbox lease. Default 60 s. */
  readonly deadlineMs?: number;
}

/** {@link Mailer} over SMTP with a pool of connections; connects at the first mail. */
export class SmtpMailer implements Mailer {
  readonly #transport: Transporter;
  readonly #deadlineMs: number;

  constructor({ smtpUrl, maxConnections = 3, deadlineMs = 60_000 }: SmtpSettings) {
    this.#deadlineMs = deadlineMs;
    this.#transport = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections,
      // Trying again is the outbox's business: the pool would send once more behind our back when a connection closes after DATA.
      maxRequeues: 0,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // The pool tells of broken idle connections; whoever sends next learns it by his own result.
    this.#transport.on('error', () => undefined);
  }

  async send(mail: Mail): Promise<SendResult> {
    try {
      await this.#transport.sendMail({
        from: address(mail.office),
        replyTo: address(mail.office),
        to: address(mail.to),
        envelope: { from: mail.office.email, to: [mail.to.email] },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        headers: { ...mail.headers },
        xMailer: false,
        ...(mail.calendar && {
          icalEvent: { method: mail.calendar.method, content: mail.calendar.content, filename: 'invite.ics' },
        }),
        signal: AbortSignal.timeout(this.#deadlineMs),
      });
      return { outcome: 'accepted', code: '250' };
    } catch (error) {
      return resultOf(error);
    }
  }

  close(): void {
    this.#transport.close();
  }
}

const address = ({ name, email }: Mailbox): { name: string; address: string } => ({ name, address: email });

/** What nodemailer tells of a refusal. */
interface Refused {
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly command?: unknown;
  readonly code?: unknown;
}

function resultOf(error: unknown): SendResult {
  const { responseCode, response, command, code } = (error ?? {}) as Refused;
  if (typeof responseCode !== 'number') return { outcome: 'later', code: typeof code === 'string' ? code : 'EUNKNOWN' };
  const enhanced = enhancedCode(response);
  const told = enhanced === undefined ? String(responseCode) : `${responseCode} ${enhanced}`;
  if (responseCode < 500) return { outcome: 'later', code: told };
  const isAsked = command === 'RCPT TO' || command === 'DATA';
  return { outcome: isAsked && isOfRecipient(enhanced) ? 'refused' : 'not-taken', code: told };
}

/** '5.1.1' of '550 5.1.1 no such user' (RFC 3463). */
const enhancedCode = (response: unknown): string | undefined =>
  typeof response === 'string' ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})(?!\S)/u.exec(response)?.[1] : undefined;

/** Address (5.1.x) or mailbox (5.2.x) of the recipient; 5.1.7 and 5.1.8 are about the sender's address. */
const isOfRecipient = (enhanced: string | undefined): boolean =>
  enhanced !== undefined && /^5\.[12]\./u.test(enhanced) && enhanced !== '5.1.7' && enhanced !== '5.1.8';
