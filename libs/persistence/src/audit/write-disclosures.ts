import { v7 as uuidv7 } from 'uuid';
import { DisclosureRow } from '../entities/disclosure.entity.ts';
import type { Batch } from '../write/batch.ts';
import { sha256Of, type AuditedDisclosure } from './audit-link.ts';

/** What of a record went to whom. `personId` is nothing when it is about the record as a whole. */
export interface Disclosed {
  readonly personId: string | null;
  readonly toAgency: string | null;
  readonly toMembership: string | null;
  readonly what: string;
  /** Code of the legal basis, `consent`, `handoff`, or the relation that entitles a reader. */
  readonly basis: string;
}

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

/** The one place where disclosures (R64) are written. @returns what the audit entry of the same commit says of them */
export function writeDisclosures(
  batch: Batch,
  municipality: string,
  rows: readonly AuditedDisclosure[],
): readonly { readonly id: string; readonly sha256: string }[] {
  batch.insert(
    DisclosureRow,
    rows.map((row) => ({ municipalityId: municipality, ...row })),
  );
  return rows.map((row) => ({ id: row.id, sha256: sha256Of(row) }));
}
