import type { Actor, AgencyCode, Context, MunicipalityRules } from '#libs/domain';

/** The one person that a simulated town has at an agency. */
export const memberOf = (agency: AgencyCode): string => `${agency}-1`;

/** Who works where. */
export const membersOf = ({ agencies }: MunicipalityRules): NonNullable<Context['members']> =>
  agencies.map(({ code }) => ({ membershipId: memberOf(code), agency: code }));

/** Staff of an agency, with every post the holder of that obligation may need (a small town: one person is many, R85). */
export function actorAt(agency: string, rules: MunicipalityRules): Actor {
  const office = agency === rules.competentSection || agency === rules.coordinatingBody;
  return {
    kind: 'person',
    membershipId: memberOf(agency),
    agency,
    posts: office ? ['staff', 'coordinator', 'manager'] : ['staff', 'head'],
  };
}
