import { Injectable } from '@nestjs/common';
import { maySee } from '#libs/access';
import type { RecordKind, RecordRef } from '#libs/contracts';
import { definitionOf, type Refusal, type StateOf } from '#libs/domain';
import {
  databaseNowMs,
  ReadingRecorder,
  recordOf,
  TextReader,
  textIdsIn,
  type StoredRecord,
  type Transaction,
} from '#libs/persistence';
import { DataSource } from 'typeorm';
import { Municipalities } from '../municipality/municipalities.ts';
import { notFound } from '../problem/edge-problems.ts';
import type { Giver } from '../session/viewer.ts';
import { atTheEdge } from './kinds-at-the-edge.ts';
import { asGiver } from './tenant.ts';
import { withContents } from './texts-read.ts';

/** Records as somebody may see them. What they may not see is not there: 404, like a record of another municipality. */
@Injectable()
export class RecordShelf {
  readonly #app: DataSource;
  readonly #texts: TextReader;
  readonly #readings: ReadingRecorder;
  readonly #municipalities: Municipalities;

  constructor(app: DataSource, texts: TextReader, readings: ReadingRecorder, municipalities: Municipalities) {
    this.#app = app;
    this.#texts = texts;
    this.#readings = readings;
    this.#municipalities = municipalities;
  }

  /** @throws 404 when it is not there or not for this viewer */
  async caseIn(tx: Transaction, viewer: Giver, id: string): Promise<StoredRecord<StateOf<'support-case'>>> {
    return this.#recordIn(tx, viewer, { kind: 'support-case', id });
  }

  /** @throws 404 when it is not there or not for this viewer */
  async sittingIn(tx: Transaction, viewer: Giver, id: string): Promise<StoredRecord<StateOf<'sitting'>>> {
    return this.#recordIn(tx, viewer, { kind: 'sitting', id });
  }

  /** Is the record there, and may the viewer know that it is? */
  async isVisible(viewer: Giver, ref: RecordRef): Promise<boolean> {
    return asGiver(this.#app, viewer, async (tx) => (await this.#seen(tx, viewer, ref)) !== undefined);
  }

  /** Why a command would be refused now that its giver was allowed to give; nothing when it would not be, or there is no such record. */
  async refusalNow(
    { municipality, actor }: Giver,
    ref: RecordRef,
    command: { readonly type: string },
  ): Promise<Refusal | undefined> {
    const ctx = { ...this.#municipalities.today(municipality), actor };
    return asGiver(this.#app, { municipality, actor }, async (tx) => {
      const state = (await recordOf(tx, ref.id, ref.kind))?.state;
      return state && definitionOf(ref.kind).refusal(state, command, ctx);
    });
  }

  /** The refusal as far as this giver may know why; a record that is not there hides nothing. */
  async toldRefusal(viewer: Giver, ref: RecordRef, refusal: Refusal, command: object): Promise<Refusal> {
    const { rules, today } = this.#municipalities.today(viewer.municipality);
    return asGiver(this.#app, viewer, async (tx) => {
      const record = await recordOf(tx, ref.id, ref.kind);
      return record
        ? atTheEdge(ref.kind).told({ tx, viewer: viewer.actor, record, rules, today }, refusal, command)
        : refusal;
    });
  }

  /**
   * What stands in a part now, in the body's field names (`standsIn`) and as far as it is for this viewer; nothing when it is not theirs to
   * see. That it was shown is written down like every other reading (R64).
   */
  async contentsOfPart(
    viewer: Giver,
    ref: RecordRef,
    part: string,
    standsIn: (state: StateOf<RecordKind>) => object,
  ): Promise<Readonly<Record<string, unknown>> | undefined> {
    const { rules, today } = this.#municipalities.today(viewer.municipality);
    return asGiver(this.#app, viewer, async (tx) => {
      const record = await this.#recordIn(tx, viewer, ref);
      const read = await atTheEdge(ref.kind).readPart({ tx, viewer: viewer.actor, record, rules, today, part });
      if (!read) return undefined;
      const contents = read.shown({ ...standsIn(read.state as StateOf<RecordKind>) });
      const texts = await this.#texts.read(
        tx,
        ref.id,
        [...textIdsIn(contents)].filter((textId) => read.isReadable(textId)),
      );
      const reading = { reader: viewer.actor, what: 'conflict', atMs: databaseNowMs(this.#app) };
      this.#readings.record(tx, { ...reading, recordId: ref.id, disclosures: [] });
      for (const { recordId, disclosures } of read.disclosures(new Set(texts.keys())))
        if (disclosures.length > 0) this.#readings.record(tx, { ...reading, recordId, disclosures });
      return withContents(contents, texts);
    });
  }

  async #recordIn<K extends RecordKind>(
    tx: Transaction,
    viewer: Giver,
    ref: { readonly kind: K; readonly id: string },
  ): Promise<StoredRecord<StateOf<K>>> {
    const found = await this.#seen(tx, viewer, ref);
    if (!found) throw notFound();
    return found;
  }

  async #seen<K extends RecordKind>(
    tx: Transaction,
    viewer: Giver,
    { kind, id }: { readonly kind: K; readonly id: string },
  ): Promise<StoredRecord<StateOf<K>> | undefined> {
    const { rules, today } = this.#municipalities.today(viewer.municipality);
    const found = await recordOf(tx, id, kind);
    return found && maySee(viewer.actor, { ref: { kind }, state: found.state, rules, today }) ? found : undefined;
  }
}
