import type { ProfileView } from '#libs/views';

/** Name of an agency; its code when this profile does not know it. */
export const agencyName = (profile: ProfileView, code: string): string =>
  profile.agencies.find((agency) => agency.code === code)?.name ?? code;

export const agencyNames = (profile: ProfileView, codes: readonly string[]): string =>
  codes.map((code) => agencyName(profile, code)).join('、');
