import { differInCondition, type RecordKind, type RecordRef, type Standing } from '#libs/contracts';
import { isSystem } from '#libs/domain';
import type { ExecuteOrder } from './order.ts';

/**
 * Must the record's workflow be told to look? When the record began, its next date came nearer, or a condition changed that a procedure
 * waits for. Never for a later date alone (the workflow wakes at the old one and looks), nor for what the workflow or its clock did to
 * its own record: they get the standing back. Another record that the same commit touched is told, and so is a record whose dates were
 * counted anew or one of whose mails came back.
 */
export function needsNudge(
  { kind, id }: RecordRef,
  before: Standing | undefined,
  after: Standing,
  { ref, actor, command }: Pick<ExecuteOrder, 'ref' | 'actor' | 'command'>,
): boolean {
  if (id === ref.id && isSystem(actor) && !saidFromOutside.has(command.type)) return false;
  return before === undefined || isNews(kind, before, after);
}

/** Given in the clock's name by an operator or the notifier, while the workflow sleeps until the old date. */
const saidFromOutside: ReadonlySet<string> = new Set(['redate-obligations', 'report-undelivered']);

/** Is there something in a standing that a workflow which knows the one before must be told? */
export const isNews = (kind: RecordKind, before: Standing, after: Standing): boolean =>
  cameNearer(before.nextDueAtMs, after.nextDueAtMs) || differInCondition(kind, before, after);

const cameNearer = (before: number | null, after: number | null): boolean =>
  after !== null && (before === null || after < before);
