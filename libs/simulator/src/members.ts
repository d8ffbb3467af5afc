import type { AgencyCode, Context, MunicipalityRules } from '#libs/domain';

/** The one person that a simulated town has at an agency. */
export const memberOf = (agency: AgencyCode): string => `${agency}-1`;

/** Who works where. */
export const membersOf = ({ agencies }: MunicipalityRules): NonNullable<Context['members']> =>
  agencies.map(({ code }) => ({ membershipId: memberOf(code), agency: code }));
