import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accessPolicy } from '#libs/access';
import type { CaseState, Context, SittingState } from '#libs/domain';
import {
  caseOf,
  historyOf,
  membersOf,
  noticesOf,
  ReadingRecorder,
  TextReader,
  type Transaction,
} from '#libs/persistence';
import type { ItemPerson, SittingView } from '#libs/views';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { Municipalities } from '../municipality/municipalities.ts';
import { Refusals } from '../problem/refusals.ts';
import { historyTextIds } from '../records/history-view.ts';
import { noticeViews } from '../records/notice-view.ts';
import { RecordShelf } from '../records/record-shelf.ts';
import { asViewer } from '../records/tenant.ts';
import { TextsRead } from '../records/texts-read.ts';
import { actorOf, giverOf, SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordId } from '../shape/record-id.pipe.ts';
import { itemDisclosures } from './view/item-disclosures.ts';
import { itemPersons } from './view/item-view.ts';
import { readableItems, readableSittingTexts } from './view/readable-texts.ts';
import { SittingReading } from './view/sitting-reading.ts';
import { sittingTelling } from './view/sitting-telling.ts';
import { sittingView } from './view/sitting-view.ts';

interface ReadContents {
  readonly texts: TextsRead;
  readonly itemPersons: ReadonlyMap<string, readonly ItemPerson[]>;
}

interface Wanted {
  readonly reading: SittingReading;
  /** The cases on the sitting by id. */
  readonly cases: ReadonlyMap<string, CaseState>;
  /** Texts of the history. */
  readonly told: readonly string[];
}

@ApiTags('sitting')
@Controller('api/sittings')
export class SittingPageController {
  readonly #app: DataSource;
  readonly #shelf: RecordShelf;
  readonly #texts: TextReader;
  readonly #readings: ReadingRecorder;
  readonly #municipalities: Municipalities;

  constructor(
    app: DataSource,
    shelf: RecordShelf,
    texts: TextReader,
    readings: ReadingRecorder,
    municipalities: Municipalities,
  ) {
    this.#app = app;
    this.#shelf = shelf;
    this.#texts = texts;
    this.#readings = readings;
    this.#municipalities = municipalities;
  }

  /** A sitting as its page shows it. Who read what of its 案件 is written down in the same transaction. */
  @Get(':id')
  @Asks('sitting.read')
  @Answers('SittingView')
  async read(@SignedIn() viewer: Viewer, @Param('id', RecordId) id: string): Promise<SittingView> {
    const ctx = { ...this.#municipalities.today(viewer.municipality), actor: actorOf(viewer) };
    return asViewer(this.#app, viewer, async (tx) => {
      const { state } = await this.#shelf.sittingIn(tx, giverOf(viewer), id);
      const [events, decided, people] = await Promise.all([historyOf(tx, id), noticesOf(tx, id), membersOf(tx)]);
      const cases = await casesOn(tx, state);
      const reading = new SittingReading(ctx.actor, { state, cases, ...ctx });
      const tellOf = sittingTelling(reading, events);
      const contents = await this.#readContents(tx, state, ctx, {
        reading,
        cases,
        told: historyTextIds(events, tellOf),
      });
      return sittingView({
        state,
        ctx,
        ...contents,
        items: reading.items,
        tellOf,
        people,
        events,
        notices: noticeViews(decided),
        mayGive: (type) =>
          accessPolicy.allows(ctx.actor, { type }, { ref: { kind: 'sitting' }, state, rules: ctx.rules }),
        refusals: new Refusals(ctx.rules),
      });
    });
  }

  async #readContents(
    tx: Transaction,
    state: SittingState,
    { actor, rules }: Context,
    { reading, cases, told }: Wanted,
  ): Promise<ReadContents> {
    const readable = readableItems(reading);
    const itemPersons = new Map<string, readonly ItemPerson[]>();
    for (const item of reading.items)
      itemPersons.set(item.id, await this.#personsOf(tx, item, cases, readable.includes(item)));
    const contents = await this.#texts.read(tx, state.id, [...readableSittingTexts(reading, state), ...told]);
    const what = readable.length > 0 ? 'item-texts' : 'sitting';
    await this.#readings.record(tx, {
      recordId: state.id,
      reader: actor,
      what,
      disclosures: [],
      atMs: Date.now(),
    });
    for (const { recordId, disclosures } of itemDisclosures(actor, rules, readable))
      await this.#readings.record(tx, { recordId, reader: actor, what, disclosures, atMs: Date.now() });
    return { texts: new TextsRead(contents), itemPersons };
  }

  async #personsOf(
    tx: Transaction,
    { caseId, personIds }: SittingState['items'][number],
    cases: Wanted['cases'],
    named: boolean,
  ): Promise<readonly ItemPerson[]> {
    const persons = cases.get(caseId)?.persons.filter(({ id }) => personIds.includes(id)) ?? [];
    const names = named
      ? await this.#texts.read(
          tx,
          caseId,
          persons.map(({ nameText }) => nameText),
        )
      : new Map<string, string>();
    return itemPersons(persons, names);
  }
}

async function casesOn(tx: Transaction, { items }: SittingState): Promise<ReadonlyMap<string, CaseState>> {
  const cases = new Map<string, CaseState>();
  for (const { caseId } of items) {
    const stored = await caseOf(tx, caseId);
    if (stored) cases.set(caseId, stored.state);
  }
  return cases;
}
