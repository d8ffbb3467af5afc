import type { Mail } from './mail.ts';

/**
 * What the mail server said. `code` is the SMTP reply code (`550`) or the name of the network error (`ECONNREFUSED`), nothing else.
 * `accepted`: the server took it. `refused`: this recipient or this mail will not be taken, trying again is no use.
 * `later`: not now (4xx, no connection, and everything that is the fault of our own set-up).
 */
export interface SendResult {
  readonly outcome: 'accepted' | 'refused' | 'later';
  readonly code: string;
}

/** The way mails leave. Never rejects for what a mail server or a network may do. */
export interface Mailer {
  send(mail: Mail): Promise<SendResult>;
  close(): void;
}
