export { composeMail, composeWords } from './compose-mail.ts';
export type { AddressForm, Letter, Office, SittingFacts } from './letter.ts';
export type { Mail, Mailbox } from './mail.ts';
export type { Mailer, SendResult } from './mailer.ts';
export { SmtpMailer } from './smtp-mailer.ts';
