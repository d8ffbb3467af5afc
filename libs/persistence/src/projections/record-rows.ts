import type { RecordRef } from '#libs/contracts';
import type { CaseState, KeptState, RecordDefinition, SittingState } from '#libs/domain';
import { caseRows } from './case-rows.ts';
import type { TableRows } from './diff.ts';
import { sittingRows } from './sitting-rows.ts';
import { boardRow, obligationRows } from './work-rows.ts';

/** Every row outside the log that a record's state stands for; the same state gives the same rows. */
export function projected(
  ref: RecordRef,
  state: KeptState,
  definition: RecordDefinition,
  hashOfLink: (invitationId: string) => Buffer,
): readonly TableRows[] {
  const isOpen = definition.isOpen(state);
  // The record's kind says which state it has.
  const own =
    ref.kind === 'sitting'
      ? sittingRows(state as SittingState, isOpen, hashOfLink)
      : caseRows(state as CaseState, isOpen);
  return [...own, obligationRows(ref, state), boardRow(ref, state, definition)];
}
