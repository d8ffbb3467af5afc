import { Injectable } from '@nestjs/common';
import { mayRead } from '#libs/access';
import type { RecordRef } from '#libs/contracts';
import type { CaseState, SittingState } from '#libs/domain';
import { caseOf, sittingOf, TextReader, textIdsIn, type StoredRecord, type Transaction } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { CaseReading } from '../case/view/case-reading.ts';
import { readableCaseTexts } from '../case/view/readable-texts.ts';
import { Municipalities } from '../municipality/municipalities.ts';
import { notFound } from '../problem/edge-problems.ts';
import type { Giver } from '../session/viewer.ts';
import { asGiver } from './tenant.ts';
import { withContents } from './texts-read.ts';

/** Records as somebody may see them. What they may not see is not there: 404, like a record of another municipality. */
@Injectable()
export class RecordShelf {
  readonly #app: DataSource;
  readonly #texts: TextReader;
  readonly #municipalities: Municipalities;

  constructor(app: DataSource, texts: TextReader, municipalities: Municipalities) {
    this.#app = app;
    this.#texts = texts;
    this.#municipalities = municipalities;
  }

  /** @throws 404 when it is not there or not for this viewer */
  async caseIn(tx: Transaction, viewer: Giver, id: string): Promise<StoredRecord<CaseState>> {
    const found = await caseOf(tx, id);
    if (!found || !this.#mayRead(viewer, 'case.read', 'support-case', found.state)) throw notFound();
    return found;
  }

  async sittingIn(tx: Transaction, viewer: Giver, id: string): Promise<StoredRecord<SittingState>> {
    const found = await sittingOf(tx, id);
    if (!found || !this.#mayRead(viewer, 'sitting.read', 'sitting', found.state)) throw notFound();
    return found;
  }

  /** Is the record there, and may the viewer know that it is? */
  async isVisible(viewer: Giver, ref: RecordRef): Promise<boolean> {
    return asGiver(this.#app, viewer, async (tx) => {
      const found = ref.kind === 'sitting' ? await sittingOf(tx, ref.id) : await caseOf(tx, ref.id);
      return (
        found !== undefined &&
        this.#mayRead(viewer, ref.kind === 'sitting' ? 'sitting.read' : 'case.read', ref.kind, found.state)
      );
    });
  }

  /** What stands in a part now, in the body's field names (`standsIn`) and with the texts this viewer may read; nothing when it is not theirs to see. */
  async contentsOfPart(
    viewer: Giver,
    ref: RecordRef,
    part: string,
    standsIn: (state: CaseState | SittingState) => object,
  ): Promise<Readonly<Record<string, unknown>> | undefined> {
    const { rules, today } = this.#municipalities.today(viewer.municipality);
    const [name, about = ''] = part.split('/');
    return asGiver(this.#app, viewer, async (tx) => {
      if (ref.kind === 'sitting') {
        const { state } = await this.sittingIn(tx, viewer, ref.id);
        const asked = { ref: { kind: ref.kind }, state, rules, today };
        if (name === 'item' && !mayRead(viewer.actor, 'item.read-texts', asked, { itemId: about })) return undefined;
        const contents = { ...standsIn(state) };
        return withContents(contents, await this.#texts.read(tx, ref.id, [...textIdsIn(contents)]));
      }
      const { state } = await this.caseIn(tx, viewer, ref.id);
      const reading = new CaseReading(viewer.actor, { state, rules, today });
      // Codes of a consent say as much as its texts.
      if (name === 'consent' && !reading.person(about)) return undefined;
      const contents = { ...standsIn(state) };
      const readable = readableCaseTexts(reading, state);
      const ids = [...textIdsIn(contents)].filter((id) => readable.has(id));
      return withContents(contents, await this.#texts.read(tx, ref.id, ids));
    });
  }

  #mayRead(
    viewer: Giver,
    action: 'case.read' | 'sitting.read',
    kind: RecordRef['kind'],
    state: CaseState | SittingState,
  ): boolean {
    const { rules, today } = this.#municipalities.today(viewer.municipality);
    return mayRead(viewer.actor, action, { ref: { kind }, state, rules, today });
  }
}
