import type { IsoDate } from '#libs/calendar';
import type { AgencyCode, Notice, Post } from '#libs/domain';
import type { Profile } from './load-profile.ts';
import { valueIfKnown, valueOn } from './schema/sourced.ts';

/** Where a notice goes. `name` is what stands above the mail; it never names a client. */
interface Contact {
  readonly email: string;
  readonly name: string;
}

/** Who can be reached how; nothing when the profile has no address, and then somebody has to telephone or write. */
type ContactBook = (agency: AgencyCode, to: Notice['recipient']['to']) => Contact | undefined;

/** The addresses that hold on that day. Only the demo has any: real ones are no part of a profile. */
export const contactsOf =
  (profile: Profile, on: IsoDate = profile.validFrom): ContactBook =>
  (agency, to) => {
    const entries = profile.contacts?.[agency]?.[to];
    return entries && valueIfKnown(entries, on);
  };

/** Numbers under which agencies are rung up, as they hold on that day; nothing where nobody has entered one. */
export const phonesOf =
  (profile: Profile, on: IsoDate = profile.validFrom) =>
  (agency: AgencyCode): string | undefined => {
    const phone = profile.agencies[agency]?.phone;
    return phone && valueIfKnown(phone, on);
  };

/** Whether the agency is a 課 of the municipality itself; a center that the municipality runs is none. */
export const isOwnSection =
  (profile: Profile, on: IsoDate = profile.validFrom) =>
  (agency: AgencyCode): boolean => {
    const found = profile.agencies[agency];
    return found !== undefined && valueOn(found.kind, on) === 'office' && valueOn(found.name, on).endsWith('課');
  };

/** Names for letters and mails. */
interface Office {
  readonly municipalityName: string;
  /** 東吾妻町 保健福祉課. */
  readonly sectionName: string;
  /** Sender, reply-to and organizer of every notice; nothing when unknown. */
  readonly mailbox: string | undefined;
  readonly phone: string | undefined;
}

export const officeOf = (profile: Profile, on: IsoDate = profile.validFrom): Office => ({
  municipalityName: valueOn(profile.municipality.name, on),
  sectionName: valueOn(profile.office.sectionName, on),
  mailbox: valueIfKnown(profile.office.mailbox, on),
  phone: valueIfKnown(profile.office.phone, on),
});

/** An invented person of the demo who has an account. */
export interface DemoPerson {
  readonly login: string;
  readonly displayName: string;
  readonly agency: AgencyCode;
  readonly posts: readonly Post[];
  /** What the person does, for the list one signs in from. */
  readonly duty: string;
}

/** The people of the demo in the order of the file; nobody outside the demo. */
export const peopleOf = (profile: Profile, on: IsoDate = profile.validFrom): readonly DemoPerson[] =>
  Object.entries(profile.people ?? {}).map(([login, person]) => ({ login, ...valueOn(person, on) }));
