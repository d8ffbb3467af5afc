import type { AccessPolicy } from '#libs/access';
import type { RecordRef, Standing } from '#libs/contracts';
import {
  refuse,
  touches,
  transact,
  type Context,
  type Definitions,
  type KeptState,
  type LinkedCommand,
  type Order,
  type RecordChange,
} from '#libs/domain';
import type { DataSource } from 'typeorm';
import { sqlState, withTransaction, type Transaction } from '../connection/transaction.ts';
import { membersOf } from '../people/members.ts';
import { textIdsIn } from '../text/text-ids.ts';
import type { TextCipher, WrappedKey } from '../text/text-cipher.ts';
import { ownerOf, writeTexts } from '../text/text-writer.ts';
import { Batch } from '../write/batch.ts';
import { RowStatements } from '../write/row-statements.ts';
import { writeCommit } from './commit.ts';
import { whatWasOrdered } from './fingerprint.ts';
import { numbered } from './numbering.ts';
import type { Answer, Done, ExecuteOrder } from './order.ts';
import { databaseClock, type Clock, type ContextSource } from './ports.ts';
import { retried, TouchedOthers } from './retry.ts';
import { begin, lock, repeated, textsThere, type BegunRow, type LockedRow, type RepeatedRow } from './statements.ts';

export interface ExecutorSettings {
  /** Connections of the app role. */
  readonly dataSource: DataSource;
  /** The rules of each kind of record: `definitionOf` of libs/domain. */
  readonly definitions: Definitions;
  readonly contexts: ContextSource;
  readonly access: AccessPolicy;
  readonly cipher: TextCipher;
  /** Default: the database's clock. */
  readonly clock?: Clock;
}

/** What a commit found under its locks. */
interface Locked {
  readonly states: ReadonlyMap<string, KeptState>;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly keys: ReadonlyMap<string, WrappedKey>;
}

/**
 * Carries out a command of any kind of record and any actor in one transaction: everything that follows from it happens, or nothing.
 * Five round trips; the municipality's audit chain is locked for the last one only. libs/domain decides, this class writes down.
 */
export class RecordExecutor {
  readonly #settings: ExecutorSettings;
  readonly #clock: Clock;
  readonly #statements: RowStatements;

  constructor(settings: ExecutorSettings) {
    this.#settings = settings;
    this.#clock = settings.clock ?? databaseClock;
    this.#statements = new RowStatements(settings.dataSource);
  }

  /**
   * @returns what came of it; only `done` has changed anything
   * @throws when a promise is broken (a text is missing, a municipality has no profile) or the database does not answer; asking again
   * with the same `commandId` is always safe
   */
  async execute(order: ExecuteOrder): Promise<Answer> {
    const { actor, ref } = order;
    const scope = { municipality: ref.municipality, actor: actor.kind === 'person' ? actor.membershipId : actor.kind };
    try {
      return await retried(async () =>
        withTransaction(this.#settings.dataSource, scope, async (tx) => this.#attempt(tx, order)),
      );
    } catch (error) {
      if (isTakenId(error)) return { kind: 'refused', refusal: refuse('record.exists') };
      throw error;
    }
  }

  async #attempt(tx: Transaction, order: ExecuteOrder): Promise<Answer> {
    const { definitions, contexts, access, cipher } = this.#settings;
    const { ref, commandId, actor } = order;
    const fingerprint = cipher.fingerprint(whatWasOrdered(order, definitions));
    const begun = await tx.first<BegunRow>(begin, [
      ref.municipality,
      commandId,
      ref.id,
      order.command.type,
      fingerprint,
      ref.kind,
    ]);
    if (!begun) throw new Error('the database did not answer the beginning of a command');
    if (begun.mine === 0) return this.#repeatedAnswer(tx, order, fingerprint);

    const ctx = await contexts.contextOf(ref.municipality, this.#clock.nowMs(begun.now_ms), actor);
    const read = begun.seq === null ? undefined : (begun.state as KeptState);
    const command = read ? order.command : await numbered(tx, order.command, ctx);
    const decided = { ref, command, ...(order.expects === undefined ? {} : { expects: order.expects }) };
    const locked = await this.#lock(tx, ref, read, touches(decided, read, definitions));
    const before = locked.states.get(ref.id);
    // What the command touches follows from the state: had it moved between reading and locking, other records may need their locks.
    if (touches(decided, before, definitions).some(({ id }) => id !== ref.id && !locked.states.has(id)))
      throw new TouchedOthers();

    const may = access.allows(actor, command, { ref, state: before, rules: ctx.rules });
    if (!may.allowed) return { kind: 'forbidden', code: may.code };
    const looked = looksAtMembers(decided, definitions) ? { ...ctx, members: await membersOf(tx) } : ctx;
    const verdict = transact(decided, locked.states, looked, definitions);
    if (verdict.kind === 'refused') return verdict;
    if (verdict.kind === 'stale') return { ...verdict, yours: order.expects ?? 0 };
    return this.#write(tx, { ...order, command }, verdict.changes, locked, ctx, begun.now_ms);
  }

  async #repeatedAnswer(tx: Transaction, { ref, commandId }: ExecuteOrder, fingerprint: Buffer): Promise<Answer> {
    const row = await tx.first<RepeatedRow>(repeated, [ref.municipality, commandId]);
    // Whoever had the command in hand rolled back in between: it is ours to try.
    if (!row) throw new TouchedOthers();
    if (!row.fingerprint.equals(fingerprint)) return { kind: 'refused', refusal: refuse('command.id-reused') };
    return { ...(row.answer as Done), repeated: true };
  }

  /** Locks every record of the order in the order of ids, and reads them as they are under the lock. */
  async #lock(
    tx: Transaction,
    target: RecordRef,
    read: KeptState | undefined,
    touched: readonly RecordRef[],
  ): Promise<Locked> {
    const kinds = new Map(touched.filter(({ id }) => read || id !== target.id).map(({ id, kind }) => [id, kind]));
    const ids = [...kinds.keys()];
    const states = new Map<string, KeptState>();
    const standings = new Map<string, Standing>();
    const keys = new Map<string, WrappedKey>();
    if (ids.length === 0) return { states, standings, keys };
    const known = ids.map((id) => (id === target.id ? (read?.seq ?? -1) : -1));
    for (const row of await tx.rows<LockedRow>(lock, [tx.municipality, ids, known])) {
      if (row.kind !== kinds.get(row.id)) continue;
      const state = row.state === null ? read : (row.state as KeptState);
      if (state) states.set(row.id, state);
      standings.set(row.id, row.standing as Standing);
      if (row.key_id !== null && row.wrapped_key !== null)
        keys.set(row.id, { keyId: row.key_id, wrappedKey: row.wrapped_key });
    }
    return { states, standings, keys };
  }

  async #write(
    tx: Transaction,
    order: ExecuteOrder,
    changes: readonly RecordChange[],
    locked: Locked,
    ctx: Context,
    recordedAtMs: number,
  ): Promise<Answer> {
    const { definitions, cipher } = this.#settings;
    const { ref, actor } = order;
    const before = locked.states.get(ref.id);
    const after = changes.find((change) => change.ref.id === ref.id)?.after ?? before;
    if (!after) throw new Error(`the record ${ref.id} is neither changed nor there`);
    const standing = definitions(ref.kind).standing(after, ctx);
    const answer: Done = { kind: 'done', ref, seq: after.seq, parts: after.parts, standing, repeated: false };
    // The clock asks often and mostly for nothing: that leaves no trace, and asking again finds the same.
    if (changes.length === 0 && actor.kind === 'clock') return answer;

    const links = definitions(ref.kind).linked(before, order.command, ref);
    await this.#assertTexts(tx, order, [ref, ...links.map((link) => link.ref)]);
    const batch = new Batch(this.#statements);
    const texts = writeTexts(batch, cipher, withOwners(order, links), locked.keys, ctx.nowMs);
    writeCommit(batch, {
      order,
      changes,
      ctx,
      definitions,
      cipher,
      standings: locked.standings,
      texts,
      recordedAtMs,
      answer,
    });
    const { statement, values } = batch.build();
    await tx.lastly(statement, values);
    return answer;
  }

  /** A state must never name a text that is nowhere. */
  async #assertTexts(
    tx: Transaction,
    { command, texts = [] }: ExecuteOrder,
    touched: readonly RecordRef[],
  ): Promise<void> {
    const named = textIdsIn(command);
    const given = new Set(texts.map(({ id }) => id));
    const elsewhere = [...named].filter((id) => !given.has(id));
    if (elsewhere.length === 0) return;
    const there = await tx.rows<{ id: string }>(textsThere, [tx.municipality, elsewhere, touched.map(({ id }) => id)]);
    if (there.length < elsewhere.length) throw new Error(`${command.type} names a text that was not given with it`);
  }
}

/** Facts beside the records: read only after access was judged, in the same transaction. */
const looksAtMembers = ({ ref, command }: Order, definitions: Definitions): boolean =>
  definitions(ref.kind).commands[command.type]?.looksAt?.includes('members') ?? false;

const withOwners = (
  { texts = [], ref }: ExecuteOrder,
  links: readonly LinkedCommand[],
): readonly { readonly text: NonNullable<ExecuteOrder['texts']>[number]; readonly owner: RecordRef }[] =>
  texts.map((text) => ({ text, owner: ownerOf(text.id, ref, links) }));

/** Two beginnings of the same record at once, or an id that another kind of record has. */
const isTakenId = (error: unknown): boolean =>
  sqlState(error) === '23505' && (error as { constraint?: unknown }).constraint === 'record_pkey';
