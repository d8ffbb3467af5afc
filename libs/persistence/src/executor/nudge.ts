import type { Standing } from '#libs/contracts';
import { isSystem, type Actor } from '#libs/domain';
import canonicalize from 'canonicalize';
import { awaited } from './awaited.ts';

/**
 * Must the record's workflow be told to look? When the record began, its next date came nearer, or a milestone moved that a procedure
 * waits for. Never for a later date alone (the workflow wakes at the old one and looks), nor for what the workflow or its clock did to
 * its own record: they get the standing back. Another record that the same commit touched is told, and so is a record whose dates were
 * counted anew: an operator gives that in the clock's name, while the workflow sleeps until the old date.
 */
export function needsNudge(
  before: Standing | undefined,
  after: Standing,
  actor: Actor,
  isTarget: boolean,
  commandType?: string,
): boolean {
  if (isTarget && isSystem(actor) && commandType !== 'redate-obligations') return false;
  return (
    before === undefined ||
    cameNearer(before.nextDueAtMs, after.nextDueAtMs) ||
    milestones(before) !== milestones(after)
  );
}

const cameNearer = (before: number | null, after: number | null): boolean =>
  after !== null && (before === null || after < before);

/** The stored standing went through jsonb, which orders keys its own way. */
const milestones = (standing: Standing): string => canonicalize(awaited(standing)) ?? '';
