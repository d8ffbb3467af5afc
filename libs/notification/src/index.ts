export { composeMail } from './compose-mail.ts';
export type { MailLocale } from './compose-mail.ts';
export type {
  InvitationKind,
  InvitationLetter,
  Letter,
  Office,
  SittingFacts,
  SittingLetter,
  WorkLetter,
} from './letter.ts';
export type { CalendarPart, Mail, Mailbox } from './mail.ts';
export type { Mailer, SendResult } from './mailer.ts';
export { SmtpMailer } from './smtp-mailer.ts';
export type { SmtpSettings } from './smtp-mailer.ts';
