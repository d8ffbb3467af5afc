import { fiscalYearOf } from '#libs/calendar';
import { sameMilestones, workflowIdOf, type Standing } from '#libs/contracts';
import { counted, disclosed, withEntries, type Context, type Definitions, type RecordChange } from '#libs/domain';
import { v7 as uuidv7 } from 'uuid';
import { hashed } from '../audit/audit-link.ts';
import { disclosureRow } from '../audit/disclosure-row.ts';
import type { LoggedEvents } from '../audit/write-log.ts';
import type { TextCipher } from '../text/text-cipher.ts';
import type { WrittenText } from '../text/text-writer.ts';
import type { Batch } from '../write/batch.ts';
import { instant } from '../write/row-statements.ts';
import type { LockedRecord } from './locked-records.ts';
import { needsNudge } from './nudge.ts';
import type { Done, ExecuteOrder } from './order.ts';
import { writeRecord } from './record-write.ts';
import {
  answerPiece,
  counterPiece,
  decidedNotices,
  noticeOutbox,
  noticePiece,
  nudgePiece,
  settledPiece,
  type StoredAnswer,
} from './statements.ts';

/** What a commit does to one record, and where that stands afterwards. Without events it was only folded anew. */
interface WrittenRecord extends RecordChange {
  readonly standing: Standing;
}

export interface Commit {
  readonly order: ExecuteOrder;
  readonly changes: readonly WrittenRecord[];
  readonly ctx: Context;
  readonly definitions: Definitions;
  readonly cipher: TextCipher;
  /** The records as they are stored now, by id. */
  readonly locked: ReadonlyMap<string, LockedRecord>;
  readonly texts: readonly WrittenText[];
  readonly answer: Done;
}

/** Puts everything that one order changes into the batch: log, state, tables, notices, nudges, counters, disclosures, audit entry. */
export function writeCommit(batch: Batch, commit: Commit): void {
  const { order, ctx, changes, cipher, definitions, locked, answer } = commit;
  for (const { ref, before, after, left, standing } of changes) {
    const older = locked.get(ref.id)?.refolded;
    writeRecord(batch, cipher, {
      ref,
      before: older ? 'unknown' : before,
      after,
      left: older ? [...older, ...left] : left,
      standing,
      definition: definitions(ref.kind),
      nowMs: ctx.nowMs,
    });
  }
  writeNudges(batch, commit);
  writeSettled(batch, commit);
  const stored: StoredAnswer = { seq: answer.seq, parts: answer.parts };
  batch.add(answerPiece, {
    municipality: order.ref.municipality,
    recordId: order.ref.id,
    commandId: order.commandId,
    answer: stored,
  });
  const decided = changes.filter(({ events }) => events.length > 0);
  // The clock that decided nothing leaves no entry: it only found a record to be folded anew.
  if (decided.length > 0 || order.actor.kind !== 'clock') writeDecided(batch, decided, commit);
}

/** What follows from events: they themselves, notices, counters, disclosures, the audit entry. */
function writeDecided(batch: Batch, changes: readonly WrittenRecord[], commit: Commit): void {
  const { order, ctx, definitions } = commit;
  writeNotices(batch, changes, ctx);
  writeCounters(batch, changes, commit);
  const sharings = changes.flatMap(({ ref, events: facts, after, left }) =>
    disclosed(definitions(ref.kind), facts, withEntries(after, left), ctx).map((sharing) =>
      disclosureRow(ref.id, { ...sharing, toMembership: null }, instant(ctx.nowMs)),
    ),
  );
  batch.log({
    municipality: order.ref.municipality,
    actor: order.actor,
    action: order.command.type,
    commandId: order.commandId,
    recordId: order.ref.id,
    events: changes.map((change) => loggedEvents(change, ctx)),
    texts: commit.texts,
    disclosures: sharings,
  });
}

function loggedEvents({ ref, after, events }: RecordChange, { nowMs }: Context): LoggedEvents {
  const from = after.seq - events.length + 1;
  const at = instant(nowMs);
  // Through JSON once: what JSON leaves out is not hashed either.
  const facts: unknown = JSON.parse(
    JSON.stringify(events.map((payload, index) => ({ seq: from + index, at, payload }))),
  );
  return { recordId: ref.id, from, to: after.seq, ...hashed(facts) };
}

function writeNotices(batch: Batch, changes: readonly RecordChange[], ctx: Context): void {
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

function writeNudges(batch: Batch, { order, changes, locked }: Commit): void {
  const due = changes.filter(({ ref, standing }) => needsNudge(ref, locked.get(ref.id)?.standing, standing, order));
  if (due.length === 0) return;
  batch.add(
    nudgePiece,
    due.map(({ ref }) => ({ key: workflowIdOf(ref), municipality: ref.municipality })),
  );
  batch.wake('nudge');
}

/** An alarm of a date is settled when the date moved, one of a command when that was done or something else moved a milestone. */
function writeSettled(batch: Batch, { order, changes, locked }: Commit): void {
  const settled = [...locked.values()]
    .filter(({ alarmed }) => alarmed)
    .map(({ ref, standing: before }) => {
      const after = changes.find((change) => change.ref.id === ref.id)?.standing ?? before;
      return {
        municipality: ref.municipality,
        recordId: ref.id,
        dates: after.nextDueAtMs !== before.nextDueAtMs,
        commands: !sameMilestones(after, before),
        command: ref.id === order.ref.id && order.actor.kind === 'workflow' ? order.command.type : null,
      };
    });
  if (settled.length > 0) batch.add(settledPiece, settled);
}

function writeCounters(
  batch: Batch,
  changes: readonly RecordChange[],
  { ctx, definitions }: Pick<Commit, 'ctx' | 'definitions'>,
): void {
  const by = new Map<string, number>();
  for (const { ref, events, after } of changes)
    for (const name of counted(definitions(ref.kind), events, after, ctx)) by.set(name, (by.get(name) ?? 0) + 1);
  const [municipality] = changes.map(({ ref }) => ref.municipality);
  if (by.size > 0)
    batch.add(
      counterPiece,
      [...by].map(([name, times]) => ({ municipality, name, fiscalYear: fiscalYearOf(ctx.today), by: times })),
    );
}
