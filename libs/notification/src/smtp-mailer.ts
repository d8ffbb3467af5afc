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

/** 5xx to RCPT or to the mail itself is about this recipient; 5xx to sign-in or sender is our own set-up and would hit everybody. */
function resultOf(error: unknown): SendResult {
  const { responseCode, command, code } = (error ?? {}) as {
    responseCode?: unknown;
    command?: unknown;
    code?: unknown;
  };
  if (typeof responseCode === 'number') {
    const theirs = command === 'RCPT TO' || command === 'DATA';
    return { outcome: theirs && responseCode >= 500 ? 'refused' : 'later', code: String(responseCode) };
  }
  return { outcome: 'later', code: typeof code === 'string' ? code : 'EUNKNOWN' };
}
