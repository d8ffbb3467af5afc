import type { RecordRef, Standing } from '#libs/contracts';
import type { KeptState, LeftEntry, RecordDefinition } from '#libs/domain';
import { RecordRow } from '../entities/record.entity.ts';
import { writeAnew, writeDifference, type TableRows } from '../projections/diff.ts';
import { leftRows } from '../projections/left-rows.ts';
import { projected } from '../projections/record-rows.ts';
import { tokenHash, type TextCipher } from '../text/text-cipher.ts';
import type { Batch } from '../write/batch.ts';
import { instant } from '../write/row-statements.ts';

/** Everything outside the log that stands for one record: its row and the rows of its tables. */
export interface RecordWrite {
  readonly ref: RecordRef;
  /** The state that the tables hold; nothing at a beginning, `unknown` when an older build wrote them or they are damaged. */
  readonly before: KeptState | undefined | 'unknown';
  readonly after: KeptState;
  /** What has left the state; where `before` is `unknown`, all that ever did. */
  readonly left: readonly LeftEntry[];
  readonly standing: Standing;
  readonly definition: RecordDefinition;
  /** The rules' now, epoch ms. */
  readonly nowMs: number;
}

/** The record's own row. */
export const recordRow = ({ ref, after, standing, definition, nowMs }: Omit<RecordWrite, 'before' | 'left'>) => ({
  municipalityId: ref.municipality,
  id: ref.id,
  kind: ref.kind,
  state: after,
  standing,
  seq: after.seq,
  shape: definition.shape,
  nextDueAt: standing.nextDueAtMs === null ? null : instant(standing.nextDueAtMs),
  isOpen: definition.isOpen(after),
  agencies: [...definition.agencies(after)],
  updatedAt: instant(nowMs),
});

export function writeRecord(batch: Batch, cipher: TextCipher, write: RecordWrite): void {
  const { ref, before, left, definition } = write;
  // A beginning must not meet a record: an insert fails on one, an upsert would replace it.
  if (before) batch.upsert(RecordRow, [recordRow(write)]);
  else batch.insert(RecordRow, [recordRow(write)]);
  if (before === 'unknown') {
    writeAnew(batch, ref, everyRow(cipher, write));
    return;
  }
  const rowsOf = (state: KeptState): readonly TableRows[] =>
    projected(ref, state, definition, hashOfLinks(cipher, ref));
  writeDifference(batch, before ? rowsOf(before) : [], rowsOf(write.after));
  const { entity, rows } = leftRows(ref, left);
  batch.insert(entity, rows);
}

/** The rows of its tables, where `left` is all that ever left the state. */
export const everyRow = (cipher: TextCipher, { ref, after, left, definition }: RecordWrite): readonly TableRows[] => [
  ...projected(ref, after, definition, hashOfLinks(cipher, ref)),
  leftRows(ref, left),
];

/** The hash under which an invitation's reply link is looked up. */
const hashOfLinks =
  (cipher: TextCipher, { municipality }: RecordRef) =>
  (invitationId: string): Buffer =>
    tokenHash(cipher.replyToken(municipality, invitationId));
