import { fiscalYearOf } from '#libs/calendar';
import { workflowIdOf, type Standing } from '#libs/contracts';
import { counted, disclosed, type Context, type Definitions, type RecordChange } from '#libs/domain';
import { v7 as uuidv7 } from 'uuid';
import { sha256Of, type AuditedEvents } from '../audit/audit-link.ts';
import { disclosureRow, writeDisclosures } from '../audit/write-disclosures.ts';
import { EventRow } from '../entities/event.entity.ts';
import { RecordRow } from '../entities/record.entity.ts';
import { writeDifference } from '../projections/diff.ts';
import { projected } from '../projections/record-rows.ts';
import { tokenHash, type TextCipher } from '../text/text-cipher.ts';
import type { WrittenText } from '../text/text-writer.ts';
import type { Batch } from '../write/batch.ts';
import { instant } from '../write/row-statements.ts';
import { needsNudge } from './nudge.ts';
import type { Done, ExecuteOrder } from './order.ts';
import { answerPiece, counterPiece, decidedNotices, noticeOutbox, noticePiece, nudgePiece } from './statements.ts';

export interface Commit {
  readonly order: ExecuteOrder;
  readonly changes: readonly RecordChange[];
  readonly ctx: Context;
  readonly definitions: Definitions;
  readonly cipher: TextCipher;
  /** Standings as they are stored now, by record id. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly texts: readonly WrittenText[];
  /** Real time, epoch milliseconds of the database. */
  readonly recordedAtMs: number;
  readonly answer: Done;
}

/** Puts everything that one order changes into the batch: log, state, tables, notices, nudges, counters, disclosures, audit entry. */
export function writeCommit(batch: Batch, commit: Commit): void {
  const { order, ctx, changes } = commit;
  const events = changes.map((change) => writeLog(batch, change, commit));
  for (const change of changes) writeState(batch, change, commit);
  writeNotices(batch, commit);
  writeNudges(batch, commit);
  writeCounters(batch, commit);
  const sharings = changes.flatMap(({ ref, events: facts, after }) =>
    disclosed(commit.definitions(ref.kind), facts, after, ctx).map((sharing) =>
      disclosureRow(ref.id, { ...sharing, toMembership: null }, instant(ctx.nowMs)),
    ),
  );
  batch.audit({
    municipality: order.ref.municipality,
    at: instant(commit.recordedAtMs),
    actor: order.actor,
    action: order.command.type,
    commandId: order.commandId,
    recordId: order.ref.id,
    events,
    texts: commit.texts.map(({ id, saltedHash }) => ({ id, saltedHash })),
    disclosures: writeDisclosures(batch, order.ref.municipality, sharings),
  });
  batch.add(answerPiece, { municipality: order.ref.municipality, commandId: order.commandId, answer: commit.answer });
}

function writeLog(batch: Batch, { ref, after, events }: RecordChange, { order, ctx }: Commit): AuditedEvents {
  const from = after.seq - events.length + 1;
  const at = instant(ctx.nowMs);
  batch.insert(
    EventRow,
    events.map((payload, index) => ({
      municipalityId: ref.municipality,
      recordId: ref.id,
      seq: from + index,
      type: payload.type,
      v: payload.v,
      payload,
      actor: order.actor,
      commandId: order.commandId,
      at,
    })),
  );
  // Through JSON once: what is hashed is what is stored.
  const facts: unknown = JSON.parse(
    JSON.stringify(events.map((payload, index) => ({ seq: from + index, at, payload }))),
  );
  return { recordId: ref.id, from, to: after.seq, sha256: sha256Of(facts) };
}

function writeState(batch: Batch, { ref, before, after }: RecordChange, { ctx, definitions, cipher }: Commit): void {
  const definition = definitions(ref.kind);
  const standing = definition.standing(after, ctx);
  const row = {
    municipalityId: ref.municipality,
    id: ref.id,
    kind: ref.kind,
    state: after,
    standing,
    seq: after.seq,
    nextDueAt: standing.nextDueAtMs === null ? null : instant(standing.nextDueAtMs),
    isOpen: definition.isOpen(after),
    agencies: [...definition.agencies(after)],
    updatedAt: instant(ctx.nowMs),
  };
  // A beginning must not meet a record: an insert fails on one, an upsert would replace it.
  if (before) batch.upsert(RecordRow, [row]);
  else batch.insert(RecordRow, [row]);
  const hashOfLink = (invitationId: string): Buffer => tokenHash(cipher.replyToken(ref.municipality, invitationId));
  writeDifference(
    batch,
    before ? projected(ref, before, definition, hashOfLink) : [],
    projected(ref, after, definition, hashOfLink),
  );
}

function writeNotices(batch: Batch, { changes, ctx }: Commit): void {
  const rows = changes.flatMap(({ ref, notices }) =>
    notices.map(({ key, kind, recipient, invitationId, sequence, obligationKind }) => ({
      municipality: ref.municipality,
      id: uuidv7(),
      recordId: ref.id,
      key,
      kind,
      agency: recipient.agency,
      to: recipient.to,
      invitationId: invitationId ?? null,
      sequence: sequence ?? null,
      obligationKind: obligationKind ?? null,
      createdAt: instant(ctx.nowMs),
    })),
  );
  if (rows.length === 0) return;
  batch.add(noticePiece, rows, decidedNotices);
  batch.follow(noticeOutbox);
  batch.wake('notice');
}

function writeNudges(batch: Batch, { order, changes, definitions, ctx, standings }: Commit): void {
  const due = changes.filter(({ ref, after }) =>
    needsNudge(
      standings.get(ref.id),
      definitions(ref.kind).standing(after, ctx),
      order.actor,
      ref.id === order.ref.id,
      order.command.type,
    ),
  );
  if (due.length === 0) return;
  batch.add(
    nudgePiece,
    due.map(({ ref }) => ({ key: workflowIdOf(ref), municipality: ref.municipality })),
  );
  batch.wake('nudge');
}

function writeCounters(batch: Batch, { changes, ctx: { today }, definitions }: Commit): void {
  const by = new Map<string, number>();
  for (const { ref, events, after } of changes)
    for (const name of counted(definitions(ref.kind), events, after)) by.set(name, (by.get(name) ?? 0) + 1);
  const [municipality] = changes.map(({ ref }) => ref.municipality);
  if (by.size > 0)
    batch.add(
      counterPiece,
      [...by].map(([name, times]) => ({ municipality, name, fiscalYear: fiscalYearOf(today), by: times })),
    );
}
