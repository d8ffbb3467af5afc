import { Injectable } from '@nestjs/common';
import type { IsoDate } from '#libs/calendar';
import { sittingDefinition, withEntries, type CaseState, type Context, type SittingState } from '#libs/domain';
import {
  LeftEntries,
  membersOf,
  ReadingRecorder,
  TextReader,
  type LoggedEvent,
  type ToldEvents,
  type Transaction,
} from '#libs/persistence';
import type { Colleague, ItemPerson, ItemView } from '#libs/views';
import { DataSource } from 'typeorm';
import { Municipalities, type MunicipalityToday } from '../municipality/municipalities.ts';
import { historyTextIds, isToldBy, type TellOf } from '../records/history-view.ts';
import { withCursor } from '../records/list-desk.ts';
import { RecordShelf } from '../records/record-shelf.ts';
import { asViewer } from '../records/tenant.ts';
import { TextsRead } from '../records/texts-read.ts';
import { areaOf, idsToldOf } from '../records/told-of.ts';
import { actorOf, giverOf, type Viewer } from '../session/viewer.ts';
import { casesOn } from './cases-on.ts';
import { sittingDisclosures } from './view/item-disclosures.ts';
import { itemPersons, type ItemPersons } from './view/item-view.ts';
import { readableItems, readableSittingTexts } from './view/readable-texts.ts';
import { SittingReading } from './view/sitting-reading.ts';
import { sittingTelling } from './view/sitting-telling.ts';

/** What one answer shows of a sitting: lines of its history, with or without what stands in the state. */
interface Chosen {
  readonly events: readonly LoggedEvent[];
  readonly withoutState?: boolean;
}

interface Choice {
  readonly tx: Transaction;
  readonly id: string;
  readonly state: SittingState;
  readonly today: IsoDate;
  readonly reading: SittingReading;
  /** Which lines of the history this viewer learns of. */
  readonly toldOf: ToldEvents;
}

/** A sitting as this viewer reads it. */
export interface ReadSitting {
  readonly state: SittingState;
  readonly ctx: MunicipalityToday & Context;
  readonly people: readonly Colleague[];
  readonly texts: TextsRead;
  /** Who each item is about. */
  readonly itemPersons: ItemPersons;
  readonly reading: SittingReading;
  readonly tellOf: TellOf;
}

/** Reads a sitting for somebody, in one transaction in which is also written down who read what of it, and of no more than was shown (R64). */
@Injectable()
export class SittingDesk {
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

  /** @throws 404 when there is no such sitting for this viewer, 400 when a cursor is none of ours */
  async read<C extends Chosen, T>(
    viewer: Viewer,
    id: string,
    choose: (choice: Choice) => Promise<C>,
    show: (read: ReadSitting, chosen: C) => T,
  ): Promise<T> {
    const ctx = { ...this.#municipalities.today(viewer.municipality), actor: actorOf(viewer) };
    return asViewer(this.#app, viewer, async (tx) => {
      const record = await this.#shelf.sittingIn(tx, giverOf(viewer), id);
      const cases = await casesOn(tx, record.state);
      const readingOf = (state: SittingState): SittingReading =>
        new SittingReading(ctx.actor, { state, cases, ...ctx });
      const left = new LeftEntries(tx, record);
      const knownWith = async (events: readonly LoggedEvent[]): Promise<SittingState> =>
        withEntries(record.state, await left.named(idsToldOf(sittingDefinition.events, events)));
      const toldOf: ToldEvents = async (events) => {
        const known = await knownWith(events);
        return isToldBy(sittingTelling(readingOf(known), known));
      };
      const chosen = await withCursor(async () =>
        choose({ tx, id, state: record.state, today: ctx.today, reading: readingOf(record.state), toldOf }),
      );
      const { events, withoutState = false } = chosen;
      const state = await knownWith(events);
      const reading = readingOf(state);
      const tellOf = sittingTelling(reading, state);
      const read = withoutState ? itemsTold(reading, events, tellOf) : readableItems(reading);
      const persons = new Map<string, Pick<ItemView, 'persons' | 'household'>>();
      if (!withoutState)
        for (const item of reading.items)
          persons.set(item.id, {
            persons: await this.#personsOf(tx, item, cases, read.includes(item)),
            household: await this.#named(tx, item.caseId, reading.householdOf(item), true),
          });
      const contents = await this.#texts.read(tx, id, [
        ...(withoutState ? [] : readableSittingTexts(reading, record.state)),
        ...historyTextIds(events, tellOf),
      ]);
      const what = read.length > 0 ? 'item-texts' : 'sitting';
      const one = { reader: ctx.actor, what, atMs: Date.now() };
      this.#readings.record(tx, { ...one, recordId: id, disclosures: [] });
      for (const ofCase of sittingDisclosures(ctx, { read, named: persons, cases, reading }))
        this.#readings.record(tx, { ...one, ...ofCase });
      const people = await membersOf(tx);
      return show(
        { state: record.state, ctx, people, texts: new TextsRead(contents), itemPersons: persons, reading, tellOf },
        chosen,
      );
    });
  }

  async #personsOf(
    tx: Transaction,
    { caseId, personIds }: SittingState['items'][number],
    cases: Awaited<ReturnType<typeof casesOn>>,
    named: boolean,
  ): Promise<readonly ItemPerson[]> {
    const persons = cases.get(caseId)?.persons.filter(({ id }) => personIds.includes(id)) ?? [];
    return this.#named(tx, caseId, persons, named);
  }

  async #named(
    tx: Transaction,
    caseId: string,
    persons: CaseState['persons'],
    named: boolean,
  ): Promise<readonly ItemPerson[]> {
    const nameTexts = named ? persons.map(({ nameText }) => nameText) : [];
    return itemPersons(persons, await this.#texts.read(tx, caseId, nameTexts));
  }
}

/** The items about which these lines tell in full what came of them. */
const itemsTold = (reading: SittingReading, events: readonly LoggedEvent[], tellOf: TellOf): SittingState['items'] => {
  const told = new Set(
    events
      .filter((event) => tellOf(event) === 'all')
      .map((event) => areaOf(sittingDefinition.events, event))
      .flatMap((area) => (area?.kind === 'item' ? [area.itemId] : [])),
  );
  return readableItems(reading).filter(({ id }) => told.has(id));
};
