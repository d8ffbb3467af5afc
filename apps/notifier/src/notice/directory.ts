import type { IsoDate } from '#libs/calendar';
import type { AgencyCode, BodyCode, Notice } from '#libs/domain';
import type { AddressForm, Mailbox, Office } from '#libs/notification';
import { contactsOf, isOwnSection, officeOf, profileOf, rulesOf, type Profile } from '#libs/profiles';

/** Who is where, as it holds on a day. Bodies and posts, never clients. */
export interface Directory {
  /** Nothing when the agency is reached by phone or paper, or no address is known: then somebody has to call. */
  mailboxOf(municipality: string, agency: AgencyCode, to: Notice['recipient']['to'], on: IsoDate): Mailbox | undefined;
  /** How a mail speaks to the agency. */
  addressOf(municipality: string, agency: AgencyCode, on: IsoDate): AddressForm;
  /** Nothing when the office has no mailbox: then nothing can be sent in its name. */
  officeOf(municipality: string, on: IsoDate): Office | undefined;
  /** Local name of a meeting body. @throws when the profile has none of that code */
  bodyNameOf(municipality: string, body: BodyCode, on: IsoDate): string;
}

export interface DirectorySettings {
  readonly demo: boolean;
  /** Sender, reply-to and organizer where the profile names no mailbox of the office. */
  readonly officeMailbox: string | undefined;
}

/** {@link Directory} from the municipalities' profiles. */
export function profileDirectory({ demo, officeMailbox }: DirectorySettings): Directory {
  const profile = (municipality: string): Profile => profileOf(municipality, { demo });
  return {
    mailboxOf: (municipality, agency, to, on) => {
      const known = rulesOf(profile(municipality), on).agencies.find(({ code }) => code === agency);
      return known?.channel === 'mail' ? contactsOf(profile(municipality), on)(agency, to) : undefined;
    },
    addressOf: (municipality, agency, on) => (isOwnSection(profile(municipality), on)(agency) ? 'section' : 'body'),
    officeOf: (municipality, on) => {
      const { sectionName, mailbox = officeMailbox, phone = null } = officeOf(profile(municipality), on);
      return mailbox === undefined ? undefined : { sectionName, phone, mailbox: { name: sectionName, email: mailbox } };
    },
    bodyNameOf: (municipality, body, on) => {
      const found = rulesOf(profile(municipality), on).bodies.find(({ code }) => code === body);
      if (!found) throw new Error(`the profile of ${municipality} has no body ${body}`);
      return found.name;
    },
  };
}
