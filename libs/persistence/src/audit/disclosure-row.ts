import { v7 as uuidv7 } from 'uuid';
import type { AuditedDisclosure } from './audit-link.ts';

/** What of a record went to whom. `personId` is nothing when it is about the record as a whole. */
export interface Disclosed {
  readonly personId: string | null;
  readonly toAgency: string | null;
  readonly toMembership: string | null;
  readonly what: string;
  /** Code of the legal basis, `consent`, `handoff`, or the relation that entitles a reader. */
  readonly basis: string;
}

/** A disclosure (R64) as it is written with the entry of its commit or reading. */
export const disclosureRow = (
  recordId: string,
  { personId, toAgency, toMembership, what, basis }: Disclosed,
  at: string,
): AuditedDisclosure => ({
  id: uuidv7(),
  recordId,
  personId,
  toAgency,
  toMembership,
  what,
  basis,
  at,
});
