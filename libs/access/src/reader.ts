import type { Actor, AgencyCode } from '#libs/domain';

/** Who reads: one of an agency's people, or without `membershipId` the agency as such. */
export interface Reader {
  readonly agency: AgencyCode;
  readonly membershipId?: string | undefined;
}

/** Somebody who comes by a reply link is no person of whom it is known that 守秘義務 was acknowledged. */
export const readerOf = (asker: Extract<Actor, { readonly agency: AgencyCode }>): Reader => ({
  agency: asker.agency,
  membershipId: asker.kind === 'person' ? asker.membershipId : '',
});
