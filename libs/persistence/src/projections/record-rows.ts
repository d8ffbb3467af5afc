import type { RecordKind, RecordRef } from '#libs/contracts';
import type { KeptState, RecordDefinition, StateOf } from '#libs/domain';
import { caseProjection } from './case-rows.ts';
import type { TableRows } from './diff.ts';
import type { Projection } from './projection.ts';
import { sittingProjection } from './sitting-rows.ts';
import { boardRow, obligationRows } from './work-rows.ts';

/** A new kind of record is a new entry here. */
const projections: { readonly [K in RecordKind]: Projection<StateOf<K>> } = {
  'support-case': caseProjection,
  sitting: sittingProjection,
};

/** Every row outside the log that a record's state stands for; the same state gives the same rows. */
export function projected(
  ref: RecordRef,
  state: KeptState,
  definition: RecordDefinition,
  hashOfLink: (invitationId: string) => Buffer,
): readonly TableRows[] {
  const projection: Projection = projections[ref.kind];
  return [
    ...projection.rows(state, definition.isOpen(state), hashOfLink),
    obligationRows(ref, state, projection),
    boardRow(ref, state, projection, definition),
  ];
}
