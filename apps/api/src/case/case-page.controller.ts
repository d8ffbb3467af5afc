import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accessPolicy } from '#libs/access';
import type { CaseState, Context } from '#libs/domain';
import { historyOf, membersOf, noticesOf, ReadingRecorder, TextReader, type Transaction } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { Municipalities } from '../municipality/municipalities.ts';
import { Refusals } from '../problem/refusals.ts';
import { historyTextIds } from '../records/history-view.ts';
import { noticeViews } from '../records/notice-view.ts';
import { RecordShelf } from '../records/record-shelf.ts';
import { asViewer } from '../records/tenant.ts';
import { TextsRead } from '../records/texts-read.ts';
import { actorOf, giverOf, SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordId } from '../shape/record-id.pipe.ts';
import { CaseReading } from './view/case-reading.ts';
import { caseTelling } from './view/case-telling.ts';
import { caseView, type CaseView } from './view/case-view.ts';
import { monitoredIn, readableCaseTexts } from './view/readable-texts.ts';
import { readingDisclosures } from './view/reading-disclosures.ts';

@ApiTags('case')
@Controller('api/cases')
export class CasePageController {
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

  /** A case as its page shows it. Who read what is written down in the same transaction. */
  @Get(':id')
  @Asks('case.read')
  async read(@SignedIn() viewer: Viewer, @Param('id', RecordId) id: string): Promise<CaseView> {
    const ctx = { ...this.#municipalities.today(viewer.municipality), actor: actorOf(viewer) };
    return asViewer(this.#app, viewer, async (tx) => {
      const { state } = await this.#shelf.caseIn(tx, giverOf(viewer), id);
      const [events, notices, people] = await Promise.all([historyOf(tx, id), noticesOf(tx, id), membersOf(tx)]);
      const reading = new CaseReading(ctx.actor, { state, ...ctx });
      const tellOf = caseTelling(reading, state, events);
      const readable = readableCaseTexts(reading, state, monitoredIn(events));
      const texts = await this.#readTexts(tx, state, ctx, new Set([...readable, ...historyTextIds(events, tellOf)]));
      return caseView({
        state,
        ctx: { ...ctx, members: people },
        texts,
        people,
        events,
        notices: noticeViews(notices),
        mayGive: (type) =>
          accessPolicy.allows(ctx.actor, { type }, { ref: { kind: 'support-case' }, state, rules: ctx.rules }),
        refusals: new Refusals(ctx.rules),
        reading,
        tellOf,
      });
    });
  }

  async #readTexts(tx: Transaction, state: CaseState, ctx: Context, readable: ReadonlySet<string>): Promise<TextsRead> {
    const { actor } = ctx;
    const contents = await this.#texts.read(tx, state.id, [...readable]);
    await this.#readings.record(tx, {
      recordId: state.id,
      reader: actor,
      what: contents.size > 0 ? 'case-texts' : 'case',
      disclosures: readingDisclosures(state, ctx, readable),
      atMs: Date.now(),
    });
    return new TextsRead(contents);
  }
}
