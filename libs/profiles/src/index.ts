export { allProfiles, profileOf } from './profile-files.ts';
export type { ProfileChoice } from './profile-files.ts';
export type { Profile } from './load-profile.ts';
export { ProfileError } from './schema/problem.ts';
export { rulesOf } from './rules-of.ts';
export { calendarOf } from './calendar-of.ts';
export { contactsOf, isOwnSection, officeOf, peopleOf, phonesOf } from './people-and-contacts.ts';
export type { DemoPerson } from './people-and-contacts.ts';
export { targetsOf } from './targets-of.ts';
