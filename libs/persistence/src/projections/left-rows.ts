import type { RecordRef } from '#libs/contracts';
import type { LeftEntry } from '#libs/domain';
import { LeftEntryRow } from '../entities/left-entry.entity.ts';
import { rowsOf, type TableRows } from './diff.ts';

/** The rows of what has left the state of a record. */
export const leftRows = (ref: RecordRef, left: readonly LeftEntry[]): TableRows =>
  rowsOf(
    LeftEntryRow,
    left.map(({ list, seq, id, body }) => ({
      municipalityId: ref.municipality,
      recordId: ref.id,
      list,
      seq,
      id,
      body,
    })),
  );
