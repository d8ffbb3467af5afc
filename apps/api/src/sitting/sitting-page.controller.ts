import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accessPolicy } from '#libs/access';
import { sittingEvents, withEntries, type CaseState, type Context, type SittingState } from '#libs/domain';
import {
  caseOf,
  historyPage,
  LeftEntries,
  membersOf,
  noticesOf,
  ReadingRecorder,
  TextReader,
  type HistoryRequest,
  type LoggedEvent,
  type Transaction,
} from '#libs/persistence';
import { phonesOf } from '#libs/profiles';
import type { Colleague, HistoryEntry, ItemPerson, NoticeView, Page, SittingView } from '#libs/views';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { Municipalities, type MunicipalityToday } from '../municipality/municipalities.ts';
import { Refusals } from '../problem/refusals.ts';
import { historyTextIds, historyView, type TellOf } from '../records/history-view.ts';
import { withCursor } from '../records/list-desk.ts';
import { noticeViews } from '../records/notice-view.ts';
import { RecordShelf } from '../records/record-shelf.ts';
import { asViewer } from '../records/tenant.ts';
import { TextsRead } from '../records/texts-read.ts';
import { idsToldOf } from '../records/told-of.ts';
import { actorOf, giverOf, SignedIn, type Viewer } from '../session/viewer.ts';
import { HistoryQuery, PageQuery } from '../shape/page-query.dto.ts';
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

/** A sitting as this viewer reads it. */
interface ReadSitting extends ReadContents {
  readonly tx: Transaction;
  readonly ctx: MunicipalityToday & Pick<Context, 'actor'>;
  readonly state: SittingState;
  readonly reading: SittingReading;
  readonly tellOf: TellOf;
  readonly history: Page<LoggedEvent>;
  readonly people: readonly Colleague[];
}

/** How much of a sitting is on its page at once; every invitation shows how far its newest notice got. */
const onThePage = { events: 15, notices: 200 } as const;

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
    return this.#opened(viewer, id, { limit: onThePage.events }, async ({ tx, ctx, state, ...read }) => {
      const notices = await noticesOf(tx, id, { limit: onThePage.notices });
      return sittingView({
        state,
        ctx,
        ...read,
        items: read.reading.items,
        general: read.reading.general,
        phoneOf: phonesOf(ctx.profile, ctx.today),
        notices: { items: noticeViews(notices.items), next: notices.next },
        mayGive: (type) =>
          accessPolicy.allows(ctx.actor, { type }, { ref: { kind: 'sitting' }, state, rules: ctx.rules }),
        refusals: new Refusals(ctx.rules),
      });
    });
  }

  /** The history, newest first; with the keeping of dates when asked. */
  @Get(':id/history')
  @Asks('sitting.read')
  @Answers('HistoryPage')
  async history(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Query() query: HistoryQuery,
  ): Promise<Page<HistoryEntry>> {
    return this.#opened(viewer, id, query, (read) => historyView(read.history, read));
  }

  /** What was sent to whom, newest first. */
  @Get(':id/notices')
  @Asks('sitting.read')
  @Answers('NoticePage')
  async notices(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<NoticeView>> {
    return asViewer(this.#app, viewer, async (tx) => {
      await this.#shelf.sittingIn(tx, giverOf(viewer), id);
      const { items, next } = await withCursor(async () => noticesOf(tx, id, query));
      const reading = { recordId: id, reader: actorOf(viewer), what: 'sitting', disclosures: [], atMs: Date.now() };
      await this.#readings.record(tx, reading);
      return { items: noticeViews(items), next };
    });
  }

  async #opened<T>(
    viewer: Viewer,
    id: string,
    request: HistoryRequest,
    show: (read: ReadSitting) => T | Promise<T>,
  ): Promise<T> {
    const ctx = { ...this.#municipalities.today(viewer.municipality), actor: actorOf(viewer) };
    return asViewer(this.#app, viewer, async (tx) => {
      const record = await this.#shelf.sittingIn(tx, giverOf(viewer), id);
      const { state } = record;
      const history = await withCursor(async () => historyPage(tx, id, request));
      const told = await new LeftEntries(tx, record).named(idsToldOf(sittingEvents, history.items));
      const cases = await casesOn(tx, state);
      const reading = new SittingReading(ctx.actor, { state, cases, ...ctx });
      const tellOf = sittingTelling(reading, withEntries(state, told));
      const contents = await this.#readContents(tx, state, ctx, {
        reading,
        cases,
        told: historyTextIds(history.items, tellOf),
      });
      return show({ tx, ctx, state, reading, tellOf, history, people: await membersOf(tx), ...contents });
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

/** The cases of a sitting, each with its places on it, also those that have left its state: whether a 案件 is open is asked of them. */
async function casesOn(tx: Transaction, { items }: SittingState): Promise<ReadonlyMap<string, CaseState>> {
  const cases = new Map<string, CaseState>();
  for (const [caseId, own = []] of Object.entries(Object.groupBy(items, (item) => item.caseId))) {
    const stored = await caseOf(tx, caseId);
    if (!stored) continue;
    const { placements } = stored.state;
    const gone = own.filter(({ id }) => !placements.some(({ itemId }) => itemId === id));
    const left = await new LeftEntries(tx, stored).named(gone.map(({ id }) => id));
    cases.set(caseId, withEntries(stored.state, left));
  }
  return cases;
}
