import type { AccessPolicy } from '#libs/access';
import { completed, type RecordRef, type Standing } from '#libs/contracts';
import {
  isBeginning,
  linksOf,
  refuse,
  transact,
  type Context,
  type Definitions,
  type KeptState,
  type LinkedCommand,
  type RecordChange,
} from '#libs/domain';
import type { DataSource } from 'typeorm';
import { withTransaction, type Transaction } from '../connection/transaction.ts';
import { sqlState, TouchedOthers } from '../connection/trouble.ts';
import { stateOfToday } from '../log/shape-of-today.ts';
import { withKeptTexts } from '../text/kept-texts.ts';
import { textIdsIn } from '../text/text-ids.ts';
import type { TextCipher } from '../text/text-cipher.ts';
import { ownerOf, writeTexts } from '../text/text-writer.ts';
import { Batch } from '../write/batch.ts';
import { RowStatements } from '../write/row-statements.ts';
import { writeCommit } from './commit.ts';
import { isForgotten } from './expired.ts';
import { factsBeside } from './facts-beside.ts';
import { whatWasOrdered } from './fingerprint.ts';
import { lockRecords, type LockedRecord } from './locked-records.ts';
import { numbered } from './numbering.ts';
import type { Answer, Done, ExecuteOrder } from './order.ts';
import { databaseClock, type Clock, type ContextSource } from './ports.ts';
import { retried } from './retry.ts';
import { wasOrderedBefore } from './same-order.ts';
import { begin, repeated, textsThere, type BegunRow, type RepeatedRow } from './statements.ts';

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

/** What an order found before it was decided. */
interface Found {
  readonly locked: ReadonlyMap<string, LockedRecord>;
  readonly links: readonly LinkedCommand[];
  readonly ctx: Context;
  readonly begun: BegunRow;
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

  async #attempt(tx: Transaction, given: ExecuteOrder): Promise<Answer> {
    const { definitions, contexts, access, cipher } = this.#settings;
    const { ref, commandId, actor } = given;
    const fingerprint = cipher.fingerprint(whatWasOrdered(given, definitions));
    const begun = await tx.first<BegunRow>(begin, [
      ref.municipality,
      commandId,
      ref.id,
      given.command.type,
      fingerprint,
      ref.kind,
    ]);
    if (!begun) throw new Error('the database did not answer the beginning of a command');
    if (begun.mine === 0) return this.#repeatedAnswer(tx, given, fingerprint);

    const found =
      begun.state === null || begun.shape === null
        ? undefined
        : await stateOfToday(tx, { id: ref.id, shape: begun.shape, state: begun.state }, definitions(ref.kind));
    const read = found?.state;
    if (await isForgotten(tx, given, begun, read)) return { kind: 'refused', refusal: refuse('command.expired') };
    const ctx = await contexts.contextOf(ref.municipality, this.#clock.nowMs(begun.now_ms), actor);
    const order = { ...given, ...(await withKeptTexts(tx, given, read, { definitions, cipher })) };
    const begins = !read && isBeginning(order.command, definitions(ref.kind));
    const command = begins ? await numbered(tx, ref.kind, order.command, ctx) : order.command;
    const decided = { ref, command, ...(order.expects === undefined ? {} : { expects: order.expects }) };
    const seen = linksOf(decided, read, definitions, ctx);
    const touched = [...(read ? [ref] : []), ...seen.map((link) => link.ref)];
    const locked = await lockRecords(tx, touched, definitions, found);
    const before = locked.get(ref.id)?.state;
    // What the command touches follows from the state: had it moved between reading and locking, other records may need their locks.
    const links = before === read ? seen : linksOf(decided, before, definitions, ctx);
    if (links.some((link) => !touched.some(({ id }) => id === link.ref.id))) throw new TouchedOthers();

    const may = access.allows(actor, command, { ref, state: before, rules: ctx.rules, today: ctx.today });
    if (!may.allowed) return { kind: 'forbidden', code: may.code };
    const states = new Map([...locked].map(([id, { state }]) => [id, state]));
    const facts = await factsBeside(tx, decided, before, definitions);
    const verdict = transact(decided, states, { ...ctx, ...facts }, definitions, links);
    if (verdict.kind === 'refused') return verdict;
    if (verdict.kind === 'stale') return { ...verdict, yours: order.expects ?? 0 };
    return this.#write(tx, { ...order, command }, verdict.changes, { locked, links, ctx, begun });
  }

  async #repeatedAnswer(tx: Transaction, order: ExecuteOrder, fingerprint: Buffer): Promise<Answer> {
    const { ref, commandId } = order;
    const row = await tx.first<RepeatedRow>(repeated, [ref.municipality, commandId]);
    // Whoever had the command in hand rolled back in between: it is ours to try.
    if (!row) throw new TouchedOthers();
    if (row.fingerprint.length === 0) return { kind: 'refused', refusal: refuse('command.expired') };
    if (!row.fingerprint.equals(fingerprint) && !(await wasOrderedBefore(tx, order, row, this.#settings)))
      return { kind: 'refused', refusal: refuse('command.id-reused') };
    const standing = completed(ref.kind, { ...(row.standing as Standing), epoch: row.epoch });
    const { seq, parts } = row.answer;
    return { kind: 'done', ref: { ...ref, id: row.record_id }, seq, parts, standing, repeated: true };
  }

  async #write(
    tx: Transaction,
    order: ExecuteOrder,
    decided: readonly RecordChange[],
    { locked, links, ctx, begun }: Found,
  ): Promise<Answer> {
    const { definitions, cipher } = this.#settings;
    const { ref, actor } = order;
    const unchanged = [...locked.values()].filter(
      (record) => record.refolded !== null && !decided.some((change) => change.ref.id === record.ref.id),
    );
    const changes = [
      ...decided,
      ...unchanged.map((record) => ({
        ref: record.ref,
        before: record.state,
        after: record.state,
        events: [],
        left: [],
        notices: [],
      })),
    ].map((change) => ({ ...change, standing: definitions(change.ref.kind).standing(change.after, ctx) }));
    const own = changes.find((change) => change.ref.id === ref.id);
    const before = locked.get(ref.id);
    const after = own?.after ?? before?.state;
    if (!after) throw new Error(`the record ${ref.id} is neither changed nor there`);
    const standing = { ...(own?.standing ?? definitions(ref.kind).standing(after, ctx)), epoch: begun.epoch };
    const parts = movedParts(before?.state, after);
    const answer: Done = { kind: 'done', ref, seq: after.seq, parts, standing, repeated: false };
    // The clock asks often and mostly for nothing: that leaves no trace, and asking again finds the same.
    if (changes.length === 0 && actor.kind === 'clock') return answer;

    await this.#assertTexts(tx, order, [ref, ...links.map((link) => link.ref)]);
    const batch = new Batch(this.#statements);
    const keys = new Map([...locked].flatMap(([id, { key }]) => (key ? [[id, key] as const] : [])));
    const texts = writeTexts(batch, cipher, withOwners(order, links), keys, ctx.nowMs);
    writeCommit(batch, { order, changes, ctx, definitions, cipher, locked, texts, answer });
    await tx.lastly(batch.build());
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

const withOwners = (
  { texts = [], ref }: ExecuteOrder,
  links: readonly LinkedCommand[],
): readonly { readonly text: NonNullable<ExecuteOrder['texts']>[number]; readonly owner: RecordRef }[] =>
  texts.map((text) => ({ text, owner: ownerOf(text.id, ref, links) }));

/** Two beginnings of the same record at once, or an id that another kind of record has. */
const isTakenId = (error: unknown): boolean =>
  sqlState(error) === '23505' && (error as { constraint?: unknown }).constraint === 'record_pkey';

/** Versions of the parts that differ. */
const movedParts = (before: KeptState | undefined, after: KeptState): Done['parts'] =>
  Object.fromEntries(Object.entries(after.parts).filter(([part, version]) => before?.parts[part] !== version));
