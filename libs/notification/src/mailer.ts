import type { Mail } from './mail.ts';

/**
 * What the mail server said. `code` is the SMTP reply code with the enhanced one where there is one (`550 5.1.1`, RFC 3463), or the name of
 * the network error (`ECONNREFUSED`), nothing else.
 * `accepted`: the server took it. `refused`: there is no such recipient, or not for us (5.1.x, 5.2.x): trying again is no use.
 * `not-taken`: a refusal that may be about our own set-up (relay denied, sender, sign-in), or that does not say what it is about.
 * `later`: not now (4xx, no connection).
 */
export interface SendResult {
  readonly outcome: 'accepted' | 'refused' | 'not-taken' | 'later';
  readonly code: string;
}

/** The way mails leave. Never rejects for what a mail server or a network may do. */
export interface Mailer {
  send(mail: Mail): Promise<SendResult>;
  close(): void;
}
