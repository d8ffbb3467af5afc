import type { RecordRef, Standing } from '#libs/contracts';
import type { KeptState, RecordDefinition } from '#libs/domain';
import { RecordRow } from '../entities/record.entity.ts';
import { writeAnew, writeDifference } from '../projections/diff.ts';
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
  readonly standing: Standing;
  readonly definition: RecordDefinition;
  /** The rules' now, epoch ms. */
  readonly nowMs: number;
}

/** The record's own row. */
export const recordRow = ({ ref, after, standing, definition, nowMs }: Omit<RecordWrite, 'before'>) => ({
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
  const { ref, before, after, definition } = write;
  // A beginning must not meet a record: an insert fails on one, an upsert would replace it.
  if (before) batch.upsert(RecordRow, [recordRow(write)]);
  else batch.insert(RecordRow, [recordRow(write)]);
  const tables = projected(ref, after, definition, hashOfLinks(cipher, ref));
  if (before === 'unknown') writeAnew(batch, ref, tables);
  else writeDifference(batch, before ? projected(ref, before, definition, hashOfLinks(cipher, ref)) : [], tables);
}

/** The hash under which an invitation's reply link is looked up. */
export const hashOfLinks =
  (cipher: TextCipher, { municipality }: RecordRef) =>
  (invitationId: string): Buffer =>
    tokenHash(cipher.replyToken(municipality, invitationId));
