/** A name and an address. The name is that of a body or a post (センター長), never of a client. */
export interface Mailbox {
  readonly name: string;
  readonly email: string;
}

/** An iCalendar object (RFC 5545) with its iTIP method (RFC 5546). */
export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/** A mail as a value. One recipient, by its type: no copy, no list (R63). */
export interface Mail {
  readonly to: Mailbox;
  /** From and Reply-To alike: answers reach the office, never a private mailbox. */
  readonly office: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: CalendarPart;
  /** `<…@…>`, the same at each attempt, so that a mail sent twice can be told as one. */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
}
