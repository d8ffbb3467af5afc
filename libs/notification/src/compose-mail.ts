import { createHash } from 'node:crypto';
import { fiscalYearOf, fiscalYearText, formatDateJa, toWareki, type IsoDate } from '#libs/calendar';
import { IntlMessageFormat } from 'intl-messageformat';
import { invitationCalendar } from './invitation-calendar.ts';
import { isInvitation, type Letter } from './letter.ts';
import type { Mail } from './mail.ts';
import { mailHtml } from './mail-html.ts';
import { oneLine } from './one-line.ts';
import { ja, type MailMessages } from './messages/ja.ts';

/** Language of a mail. */
export type MailLocale = 'ja';

const catalogues: Readonly<Record<MailLocale, MailMessages>> = { ja };

/** What a letter says, and where it leads; also before there is an address to send it to (preview). */
interface Words {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly action: { readonly label: string; readonly url: string };
}

/**
 * Builds the mail of a letter: text and HTML say the same, invitations carry their calendar entry. Pure: the same letter, the same mail.
 * @throws when an invitation has no address to go to or to come from
 */
export function composeMail(given: Letter, locale: MailLocale): Mail {
  const letter = printable(given);
  const { subject, text, html, action } = composeWords(letter, locale);
  return {
    to: letter.to,
    office: letter.office.mailbox,
    subject,
    text,
    html,
    ...(isInvitation(letter) && { calendar: invitationCalendar(letter, `${action.label}\n${action.url}`) }),
    messageId: messageIdOf(letter),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
  };
}

/** Subject, text and HTML of a letter, as they will be sent; needs no addresses. Pure. */
export function composeWords(given: Letter, locale: MailLocale): Words {
  const letter = printable(given);
  const messages = catalogues[locale];
  const { frame } = messages;
  const kind = messages.kinds[letter.kind];
  const values = valuesOf(letter, messages);
  const paragraphs = (message: string): readonly string[] =>
    nonEmpty(String(new IntlMessageFormat(message, locale).format(values)));
  const line = (message: string): string => paragraphs(message).join(' ');
  const before = [frame.address, frame.opening, kind.body].flatMap(paragraphs);
  const action = { label: line(kind.action), url: letter.link };
  const after = [frame.signature, frame.closing].flatMap(paragraphs);
  return {
    subject: line(kind.subject),
    text: [...before, `${action.label}\n${action.url}`, '――――――――――', ...after].join('\n\n') + '\n',
    html: mailHtml(locale, before, action, after),
    action,
  };
}

/** The letter with every word that somebody typed on one line: it goes into subjects, names and calendar entries, too. */
function printable(letter: Letter): Letter {
  const mailbox = ({ name, email }: Letter['to']): Letter['to'] => ({ name: oneLine(name), email });
  const { sectionName, phone, mailbox: from } = letter.office;
  const office = {
    sectionName: oneLine(sectionName),
    phone: phone === null ? null : oneLine(phone),
    mailbox: mailbox(from),
  };
  const addressed = { ...letter, to: mailbox(letter.to), office };
  if (!('sitting' in addressed)) return addressed;
  const { bodyName, place } = addressed.sitting;
  return { ...addressed, sitting: { ...addressed.sitting, bodyName: oneLine(bodyName), place: oneLine(place) } };
}

/** A `select` that says nothing leaves an empty line or paragraph behind; both go. */
const nonEmpty = (text: string): readonly string[] =>
  text
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.replace(/\n+/gu, '\n').trim())
    .filter((paragraph) => paragraph !== '');

/** Derived from the notice, so that each attempt bears the same (RFC 5322 3.6.4); a hash, so that it tells nothing. */
function messageIdOf({ noticeKey, office }: Letter): string {
  const domain = office.mailbox.email.split('@')[1] ?? 'localhost';
  return `<${createHash('sha256').update(noticeKey).digest('hex').slice(0, 40)}@${domain}>`;
}

/** Plain text for the placeholders; what does not exist is '' and chosen by `select`. */
function valuesOf(letter: Letter, messages: MailMessages): Record<string, string> {
  const { office } = letter;
  const common = {
    recipient: letter.to.name,
    addressedAs: letter.addressedAs,
    section: office.sectionName,
    mailbox: office.mailbox.email,
    phone: office.phone ?? '',
    hasPhone: yesNo(office.phone !== null),
    hasAccount: yesNo(!('hasAccount' in letter) || letter.hasAccount),
    overseen: yesNo('overseen' in letter && letter.overseen),
  };
  if ('sitting' in letter) {
    const { bodyName, ordinal, statute, heldOn, startsAt, endsAt, place } = letter.sitting;
    return {
      ...common,
      ...due(letter.replyDueOn),
      body: bodyName,
      ordinal: String(ordinal),
      year: fiscalYearText(fiscalYearOf(heldOn)),
      hasStatute: yesNo(statute),
      heldOn: longDate(heldOn),
      startsAt,
      endsAt,
      place,
    };
  }
  return {
    ...common,
    ...due(letter.owed?.dueOn ?? null),
    hasOwed: yesNo(letter.owed !== null),
    owed: letter.owed ? messages.owed[letter.owed.kind] : '',
  };
}

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
const due = (on: IsoDate | null): Record<string, string> => ({
  hasDue: yesNo(on !== null),
  dueOn: on === null ? '' : longDate(on),
});

/** '令和8年11月20日(金)'. */
function longDate(on: IsoDate): string {
  const weekday = /\(.\)$/u.exec(formatDateJa(on))?.[0] ?? '';
  return toWareki(on).text + weekday;
}
